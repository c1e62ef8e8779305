-- An edit of tries, delay or retry-on is followed by a re-planning of the campaign's targets. It needs to know when each
-- target's last attempt ended and how long it talked.

ALTER TABLE target ADD COLUMN last_ended_at timestamp with time zone;
ALTER TABLE target ADD COLUMN last_talk_micros bigint;

-- Open re-plannings: written with the edit, gone with the last batch. The rest of a row says how far it is: the list it is
-- in, whether among those that wait for a retry or those that are exhausted, and the last target that is done with. No
-- list: not begun.
CREATE TABLE replanning (
    tenant   uuid NOT NULL,
    campaign uuid NOT NULL,
    list     uuid,
    phase    varchar,
    due_at   timestamp with time zone,
    target   uuid,
    PRIMARY KEY (tenant, campaign)
);
