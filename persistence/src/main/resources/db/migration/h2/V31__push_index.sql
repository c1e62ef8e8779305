-- What the scheduler asks first: who was pushed. Nulls are behind all instants, so a bound on push_at reads the pushed only.
CREATE INDEX target_push ON target (tenant, list, push_at, id);
