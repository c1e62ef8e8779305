-- Until when pushed targets may be called that may still be called.
CREATE INDEX target_push_end ON target (tenant, push_expires_at, id)
    WHERE push_expires_at IS NOT NULL AND state IN ('FRESH', 'RETRY', 'CALLING');
