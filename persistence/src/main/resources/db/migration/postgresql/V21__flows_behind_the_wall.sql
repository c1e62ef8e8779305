-- What V2 and V3 say of the other tables, for flows.

ALTER TABLE flow ALTER COLUMN tenant SET STATISTICS 0;

ALTER TABLE flow ENABLE ROW LEVEL SECURITY;
ALTER TABLE flow FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON flow
    USING (strpos(current_setting('tandem.tenants', true), tenant::text) > 0)
    WITH CHECK (strpos(current_setting('tandem.tenants', true), tenant::text) > 0);
