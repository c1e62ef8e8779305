-- What a re-planning reads of exhausted targets. Those that wait for a retry are in target_claim; on H2 all are.

CREATE INDEX target_exhausted ON target (tenant, list, state, due_at, id)
    WHERE state = 'EXHAUSTED';

ALTER TABLE replanning ENABLE ROW LEVEL SECURITY;
ALTER TABLE replanning FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON replanning
    USING (strpos(current_setting('tandem.tenants', true), tenant::text) > 0)
    WITH CHECK (strpos(current_setting('tandem.tenants', true), tenant::text) > 0);

ALTER TABLE replanning ALTER COLUMN tenant SET STATISTICS 0;
