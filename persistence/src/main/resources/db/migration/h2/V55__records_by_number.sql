-- Records are looked for by the number that was called and by the caller id.

CREATE INDEX attempt_to_page ON attempt (tenant, to_address, placed_at DESC, id DESC);
CREATE INDEX attempt_from_page ON attempt (tenant, from_address, placed_at DESC, id DESC);
