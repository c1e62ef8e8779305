-- Records are looked for by the number that was called and by the caller id. Only ended attempts are records: a call
-- enters these indexes once, when it ends.

CREATE INDEX attempt_to_page ON attempt (tenant, to_address, placed_at DESC, id DESC)
    WHERE ended_at IS NOT NULL;
CREATE INDEX attempt_from_page ON attempt (tenant, from_address, placed_at DESC, id DESC)
    WHERE ended_at IS NOT NULL;
