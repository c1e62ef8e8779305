-- The second wall between tenants: a transaction sees and writes the rows of the tenants that it names in
-- tandem.tenants (set with set_config(…, true), so it ends with the transaction), and none if it names none.
-- FORCE puts the owner of the tables behind the wall too; only superusers and BYPASSRLS roles stand outside.

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
            || 'USING (tenant = ANY (string_to_array(current_setting(''tandem.tenants'', true), '','')::uuid[])) '
            || 'WITH CHECK (tenant = ANY (string_to_array(current_setting(''tandem.tenants'', true), '','')::uuid[]))',
            owned);
    END LOOP;
END
$$;
