-- A user name is one within its tenant only: nobody learns from a refusal what another tenant has. The other lookups are
-- digests of random secrets, which do not meet.

DROP INDEX credential_lookup;
CREATE UNIQUE INDEX credential_lookup ON credential (kind, lookup, tenant);
