-- Targets that the tenant's policy put off to another day: when they were due before, until when they are put off, and the
-- rule that did it. An edit of the rule gives them their due instants back, unless due_at says something else since.

ALTER TABLE target ADD COLUMN postponed_from timestamp with time zone;
ALTER TABLE target ADD COLUMN postponed_until timestamp with time zone;
ALTER TABLE target ADD COLUMN postponed_by varchar;
