-- What the scheduler reads: only targets that may still be called, and calls that are up.

CREATE INDEX target_claim ON target (tenant, list, state, due_at, id)
    WHERE state IN ('FRESH', 'RETRY', 'CALLING');

CREATE INDEX attempt_open ON attempt (tenant, campaign)
    WHERE ended_at IS NULL;
