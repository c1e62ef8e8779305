-- What V2 and V3 say of the other tables, for feeds.

ALTER TABLE list_feed ALTER COLUMN tenant SET STATISTICS 0;

ALTER TABLE list_feed ENABLE ROW LEVEL SECURITY;
ALTER TABLE list_feed FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON list_feed
    USING (strpos(current_setting('tandem.tenants', true), tenant::text) > 0)
    WITH CHECK (strpos(current_setting('tandem.tenants', true), tenant::text) > 0);
