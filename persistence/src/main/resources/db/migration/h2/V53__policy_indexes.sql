-- What a policy asks: how often a number was called, and whom another rule put off. H2 has no partial indexes.
CREATE INDEX attempt_number ON attempt (tenant, to_address, placed_at);
CREATE INDEX target_postponed ON target (tenant, postponed_by, id);
