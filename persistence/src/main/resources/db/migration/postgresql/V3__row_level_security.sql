-- The second wall between tenants: a transaction sees and writes the rows of the tenants that it names in
-- tandem.tenants (set with set_config(…, true), so it ends with the transaction), and none if it names none.
-- FORCE puts the owner of the tables behind the wall too; only superusers and BYPASSRLS roles stand outside.
--
-- The policy looks the tenant up in the text of the list: every id has 36 characters, so one cannot be found across two.
-- "tenant = ANY (…)" would say the same and become an index condition of ten supposed lookups, after which the planner
-- finds every index that begins with the tenant as good as the primary key, and reads all of a tenant to find a row.
-- All our statements name the tenant themselves, and that is what indexes are for.

DO $$
DECLARE
    owned text;
BEGIN
    FOREACH owned IN ARRAY ARRAY[
        'campaign', 'campaign_list', 'dial_plan', 'target_list', 'template', 'carrier', 'queue', 'tag', 'agent',
        'target', 'attempt', 'tally', 'do_not_call', 'import', 'import_refusal', 'file'
    ]
    LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', owned);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', owned);
        EXECUTE format(
            'CREATE POLICY tenant_wall ON %I '
            || 'USING (strpos(current_setting(''tandem.tenants'', true), tenant::text) > 0) '
            || 'WITH CHECK (strpos(current_setting(''tandem.tenants'', true), tenant::text) > 0)',
            owned);
    END LOOP;
END
$$;
