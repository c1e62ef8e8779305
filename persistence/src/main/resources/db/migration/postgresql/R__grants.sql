-- What the gateway's own role may do when another role owns the tables: read and write rows, nothing else. Covers the
-- tables of later migrations by default privileges. Runs again when the role's name changes.

DO $$
BEGIN
    IF '${role}' NOT IN ('', current_user) THEN
        EXECUTE format('GRANT USAGE ON SCHEMA %I TO %I', '${flyway:defaultSchema}', '${role}');
        EXECUTE format(
            'GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA %I TO %I',
            '${flyway:defaultSchema}', '${role}');
        EXECUTE format(
            'REVOKE ALL ON TABLE %I.%I FROM %I',
            '${flyway:defaultSchema}', '${flyway:table}', '${role}');
        EXECUTE format(
            'ALTER DEFAULT PRIVILEGES IN SCHEMA %I GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO %I',
            '${flyway:defaultSchema}', '${role}');
    END IF;
END
$$;
