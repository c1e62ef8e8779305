-- What the scheduler asks first: who was pushed and was not called yet.
CREATE INDEX target_push ON target (tenant, list, push_at, id)
    WHERE push_at IS NOT NULL AND state = 'FRESH';
