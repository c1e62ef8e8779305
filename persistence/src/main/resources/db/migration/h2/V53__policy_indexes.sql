-- Whom another rule put off. How often a number was called is read from the index of records by number (V55).
CREATE INDEX target_postponed ON target (tenant, postponed_by, id);
