-- What the called party pressed, a JSON array of {"keys", "at"} in the order in which it did; null for nothing.
ALTER TABLE attempt ADD COLUMN pressed varchar;
