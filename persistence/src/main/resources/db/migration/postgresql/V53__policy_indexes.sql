-- What a policy asks: how often a number was called (what cannot be dialled, which may be long, is no number), and whom
-- another rule put off.

CREATE INDEX attempt_number ON attempt (tenant, to_address, placed_at)
    WHERE to_address NOT LIKE 'other:%';

CREATE INDEX target_postponed ON target (tenant, postponed_by, id)
    WHERE postponed_by IS NOT NULL;
