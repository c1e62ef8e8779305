-- A campaign over per-network channels reads the targets of networks that have one free, and of no other.

CREATE INDEX target_claim_network ON target (tenant, list, state, network, due_at, id)
    WHERE state IN ('FRESH', 'RETRY', 'CALLING');
