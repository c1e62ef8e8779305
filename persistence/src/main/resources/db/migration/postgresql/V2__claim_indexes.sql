-- What the scheduler reads: only targets that may still be called, and calls that are up.

CREATE INDEX target_claim ON target (tenant, list, state, due_at, id)
    WHERE state IN ('FRESH', 'RETRY', 'CALLING');

CREATE INDEX attempt_open ON attempt (tenant, campaign)
    WHERE ended_at IS NULL;

-- The planner must not believe that it knows how many rows a tenant, list or campaign has: of one that came after the
-- last ANALYZE it would think that it has none, find all indexes that begin with the tenant equally good, and read a
-- million rows to update one by its key. Without statistics it assumes a two-hundredth of the table.
DO $$
DECLARE
    known record;
BEGIN
    FOR known IN
        SELECT c.table_name, c.column_name
        FROM information_schema.columns c
        WHERE c.table_schema = current_schema()
          AND (c.column_name = 'tenant'
            OR (c.table_name, c.column_name) IN (('target', 'list'), ('attempt', 'campaign')))
    LOOP
        EXECUTE format('ALTER TABLE %I ALTER COLUMN %I SET STATISTICS 0', known.table_name, known.column_name);
    END LOOP;
END
$$;
