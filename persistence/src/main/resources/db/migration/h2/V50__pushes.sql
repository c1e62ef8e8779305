-- Who was pushed and was not called yet, and until when pushed targets may be called. H2 has no partial indexes: these
-- columns are null in every other row, so that a call of a target that was not pushed touches neither index.
DROP INDEX target_push;

ALTER TABLE target ADD COLUMN push_waiting timestamp with time zone
    GENERATED ALWAYS AS (CASE WHEN state = 'FRESH' THEN push_at END);
ALTER TABLE target ADD COLUMN push_open_until timestamp with time zone
    GENERATED ALWAYS AS (CASE WHEN state IN ('FRESH', 'RETRY', 'CALLING') THEN push_expires_at END);

CREATE INDEX target_push ON target (tenant, list, push_waiting, id);
CREATE INDEX target_push_end ON target (tenant, push_open_until, id);
