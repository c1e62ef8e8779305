-- Records are looked for by the number that was called and by the caller id. Only ended attempts are records: a call
-- enters these indexes once, when it ends. What is longer than any number may be too long for an index, and is left out.

CREATE INDEX attempt_to_page ON attempt (tenant, to_address, placed_at DESC, id DESC)
    WHERE ended_at IS NOT NULL AND length(to_address) <= 200;
CREATE INDEX attempt_from_page ON attempt (tenant, from_address, placed_at DESC, id DESC)
    WHERE ended_at IS NOT NULL AND length(from_address) <= 200;
