-- Several processes on one database: who lives, who placed which call, and which forbidding writes are taken in.

-- A replica is trusted until its lease is over, counted from its heartbeat on the database's clock. Its row stays until it
-- is proved dead, for calls of it may be up: an open attempt whose replica has no row died with it. lock_key names the
-- advisory lock that its session holds, "sessions" is what all its sessions are called; postmaster_at is when that server
-- was started, for a restart of the server ends sessions of processes that live.
DROP TABLE replica;

CREATE TABLE replica (
    id            uuid                     NOT NULL PRIMARY KEY,
    heartbeat_at  timestamp with time zone NOT NULL,
    lease_micros  bigint                   NOT NULL,
    leaving       boolean                  NOT NULL,
    fit           boolean                  NOT NULL,
    lock_key      integer                  NOT NULL,
    sessions      varchar                  NOT NULL,
    postmaster_at timestamp with time zone
);

ALTER TABLE attempt ADD COLUMN replica uuid;
ALTER TABLE attempt ADD COLUMN deadline_at timestamp with time zone;

-- "epoch" grows with every write that may forbid calls, in that write's transaction and last in it; "acked" follows once
-- the owner has taken the write in. Not in "ownership": the scheduler locks that row before it touches targets, while
-- clients' writes lock targets first.
CREATE TABLE forbidding (
    tenant uuid   NOT NULL PRIMARY KEY,
    epoch  bigint NOT NULL,
    acked  bigint NOT NULL
);

INSERT INTO forbidding (tenant, epoch, acked) SELECT tenant, 0, 0 FROM ownership;
ALTER TABLE ownership DROP COLUMN epoch;
ALTER TABLE ownership DROP COLUMN acked;
