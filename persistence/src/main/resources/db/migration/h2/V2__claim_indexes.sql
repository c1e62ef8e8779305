-- What the scheduler reads. H2 has no partial indexes: these carry every row, and put what is asked for in one range.

CREATE INDEX target_claim ON target (tenant, list, state, due_at, id);

CREATE INDEX attempt_open ON attempt (tenant, ended_at, campaign);
