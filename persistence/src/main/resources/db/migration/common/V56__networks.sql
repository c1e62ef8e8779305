-- A client said which network the number belongs to, because it was ported: the table of prefixes has no say.
ALTER TABLE target ADD COLUMN network_given boolean DEFAULT FALSE NOT NULL;

-- The operator's: open passes over a tenant's targets, after another table of prefixes came. "target" is the last that is
-- done with, null for none; once all are ("scanned"), it is the last of those that had to be left because they were in a
-- call, and are met again.
CREATE TABLE network_pass (
    tenant  uuid    NOT NULL PRIMARY KEY,
    target  uuid,
    scanned boolean NOT NULL
);

CREATE TABLE network_left (
    tenant uuid NOT NULL,
    target uuid NOT NULL,
    PRIMARY KEY (tenant, target)
);
