-- Whose plan a list's targets were judged by last: the campaign's that runs it, or ran it last. Null as long as no
-- campaign ran it. Of lists that were there before it is not known, which no campaign's id says: the next start re-plans
-- them. (A default says so, for an UPDATE would find the second wall in its way.)
ALTER TABLE target_list ADD COLUMN judged_by uuid DEFAULT '00000000-0000-0000-0000-000000000000';
ALTER TABLE target_list ALTER COLUMN judged_by DROP DEFAULT;

-- Lists that a client fills by a request that is still being read. Nobody can go on with such a request, so a row means
-- nothing any more once open_until is over, by the database's clock.
CREATE TABLE list_feed (
    tenant     uuid                     NOT NULL,
    id         uuid                     NOT NULL,
    list       uuid                     NOT NULL,
    open_until timestamp with time zone NOT NULL,
    PRIMARY KEY (tenant, id)
);

CREATE INDEX list_feed_list ON list_feed (tenant, list, open_until);
