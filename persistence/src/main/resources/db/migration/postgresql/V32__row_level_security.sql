-- The second wall of V3, and V2's silence towards the planner, for the tables of V30.
DO $$
DECLARE
    owned text;
BEGIN
    FOREACH owned IN ARRAY ARRAY['audio', 'event_hook', 'call_reference']
    LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', owned);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', owned);
        EXECUTE format(
            'CREATE POLICY tenant_wall ON %I '
            || 'USING (strpos(current_setting(''tandem.tenants'', true), tenant::text) > 0) '
            || 'WITH CHECK (strpos(current_setting(''tandem.tenants'', true), tenant::text) > 0)',
            owned);
        EXECUTE format('ALTER TABLE %I ALTER COLUMN tenant SET STATISTICS 0', owned);
    END LOOP;
END
$$;
