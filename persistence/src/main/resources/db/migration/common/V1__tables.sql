-- The tables of the gateway, the same on H2 and PostgreSQL.
--
-- The tenant is first in every key and every index. Instants are kept in microseconds, durations in a bigint of
-- microseconds, enums by name. Text is varchar without a length: unlimited on PostgreSQL, 1,048,576 characters on H2,
-- where "text" would be a large object kept apart from its row.

-- The operator's tables: no row-level security, for they are read before the tenant is known.

CREATE TABLE tenant (
    id         uuid                     NOT NULL PRIMARY KEY,
    created_at timestamp with time zone NOT NULL,
    deleted_at timestamp with time zone,
    document   varchar                  NOT NULL
);

-- Who schedules a tenant. A claim under an older fence is refused; "epoch" grows with every forbidding write and
-- "acked" follows it once the owner has taken the write in.
CREATE TABLE ownership (
    tenant uuid   NOT NULL PRIMARY KEY,
    owner  uuid,
    fence  bigint NOT NULL,
    epoch  bigint NOT NULL,
    acked  bigint NOT NULL
);

CREATE TABLE replica (
    id           uuid                     NOT NULL PRIMARY KEY,
    heartbeat_at timestamp with time zone NOT NULL
);

CREATE TABLE setting (
    name    varchar NOT NULL PRIMARY KEY,
    content varchar NOT NULL
);

-- Found by kind and lookup over all tenants, so this one index does not begin with the tenant.
CREATE TABLE credential (
    tenant      uuid                     NOT NULL,
    id          uuid                     NOT NULL,
    kind        varchar                  NOT NULL,
    lookup      varchar                  NOT NULL,
    secret_hash varchar,
    owner       uuid,
    permission  integer                  NOT NULL,
    name        varchar                  NOT NULL,
    detail      varchar                  NOT NULL,
    prefix      varchar                  NOT NULL,
    expires_at  timestamp with time zone,
    created_at  timestamp with time zone NOT NULL,
    updated_at  timestamp with time zone,
    deleted_at  timestamp with time zone,
    PRIMARY KEY (tenant, id)
);

CREATE UNIQUE INDEX credential_lookup ON credential (kind, lookup);
CREATE INDEX credential_page ON credential (tenant, kind, created_at DESC, id DESC);
CREATE INDEX credential_expiry ON credential (kind, expires_at);

-- Configuration: one shape for all kinds. The document is the record; the columns beside it are what queries need.

-- What moves without the record being written (the run) and what the database guards (the reserved name) are columns,
-- and win over the document.
CREATE TABLE campaign (
    tenant        uuid                     NOT NULL,
    id            uuid                     NOT NULL,
    created_at    timestamp with time zone NOT NULL,
    updated_at    timestamp with time zone,
    deleted_at    timestamp with time zone,
    document      varchar                  NOT NULL,
    kind          varchar                  NOT NULL,
    name          varchar                  NOT NULL,
    reserved_name varchar,
    enabled       boolean                  NOT NULL,
    state         varchar                  NOT NULL,
    run_id        uuid,
    resume_at     timestamp with time zone,
    chain         varchar                  NOT NULL,
    dial_plan     uuid,
    queue         uuid,
    carrier       uuid,
    template      uuid,
    version       bigint                   NOT NULL,
    PRIMARY KEY (tenant, id)
);

CREATE INDEX campaign_page ON campaign (tenant, created_at DESC, id DESC);
CREATE UNIQUE INDEX campaign_reserved_name ON campaign (tenant, reserved_name);
CREATE INDEX campaign_name ON campaign (tenant, name);
CREATE INDEX campaign_state ON campaign (tenant, state);
CREATE INDEX campaign_dial_plan ON campaign (tenant, dial_plan);
CREATE INDEX campaign_queue ON campaign (tenant, queue);
CREATE INDEX campaign_carrier ON campaign (tenant, carrier);
CREATE INDEX campaign_template ON campaign (tenant, template);

CREATE TABLE campaign_list (
    tenant   uuid    NOT NULL,
    campaign uuid    NOT NULL,
    position integer NOT NULL,
    list     uuid    NOT NULL,
    PRIMARY KEY (tenant, campaign, position)
);

CREATE INDEX campaign_list_list ON campaign_list (tenant, list, campaign);

CREATE TABLE dial_plan (
    tenant     uuid                     NOT NULL,
    id         uuid                     NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone,
    deleted_at timestamp with time zone,
    document   varchar                  NOT NULL,
    PRIMARY KEY (tenant, id)
);

CREATE INDEX dial_plan_page ON dial_plan (tenant, created_at DESC, id DESC);

CREATE TABLE target_list (
    tenant     uuid                     NOT NULL,
    id         uuid                     NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone,
    deleted_at timestamp with time zone,
    document   varchar                  NOT NULL,
    campaign   uuid,
    enabled    boolean                  NOT NULL,
    PRIMARY KEY (tenant, id)
);

CREATE INDEX target_list_page ON target_list (tenant, created_at DESC, id DESC);
CREATE INDEX target_list_campaign ON target_list (tenant, campaign);

CREATE TABLE template (
    tenant     uuid                     NOT NULL,
    id         uuid                     NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone,
    deleted_at timestamp with time zone,
    document   varchar                  NOT NULL,
    PRIMARY KEY (tenant, id)
);

CREATE INDEX template_page ON template (tenant, created_at DESC, id DESC);

CREATE TABLE carrier (
    tenant     uuid                     NOT NULL,
    id         uuid                     NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone,
    deleted_at timestamp with time zone,
    document   varchar                  NOT NULL,
    PRIMARY KEY (tenant, id)
);

CREATE INDEX carrier_page ON carrier (tenant, created_at DESC, id DESC);

CREATE TABLE queue (
    tenant     uuid                     NOT NULL,
    id         uuid                     NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone,
    deleted_at timestamp with time zone,
    document   varchar                  NOT NULL,
    PRIMARY KEY (tenant, id)
);

CREATE INDEX queue_page ON queue (tenant, created_at DESC, id DESC);

CREATE TABLE tag (
    tenant     uuid                     NOT NULL,
    id         uuid                     NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone,
    deleted_at timestamp with time zone,
    document   varchar                  NOT NULL,
    PRIMARY KEY (tenant, id)
);

CREATE INDEX tag_page ON tag (tenant, created_at DESC, id DESC);

-- "call" is the scheduler's and wins over the document.
CREATE TABLE agent (
    tenant     uuid                     NOT NULL,
    id         uuid                     NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone,
    deleted_at timestamp with time zone,
    document   varchar                  NOT NULL,
    call       uuid,
    PRIMARY KEY (tenant, id)
);

CREATE INDEX agent_page ON agent (tenant, created_at DESC, id DESC);

-- What is called, and the calls.

-- A deleted target's state is DELETED, so that no statement that asks for a state can meet it and the claim index does
-- not carry it; what it was, and becomes if a call was up, is in deleted_state. d0 to d4 are destinations in short
-- (tel:+84…, sip:…), labels what was said of them beyond that; t0 to t4 the tries made on them.
CREATE TABLE target (
    tenant           uuid                     NOT NULL,
    id               uuid                     NOT NULL,
    list             uuid                     NOT NULL,
    name             varchar                  NOT NULL,
    detail           varchar                  NOT NULL,
    data             varchar                  NOT NULL,
    d0               varchar,
    d1               varchar,
    d2               varchar,
    d3               varchar,
    d4               varchar,
    labels           varchar,
    number           varchar,
    network          varchar                  NOT NULL,
    state            varchar                  NOT NULL,
    deleted_state    varchar,
    due_at           timestamp with time zone NOT NULL,
    t0               integer                  NOT NULL,
    t1               integer                  NOT NULL,
    t2               integer                  NOT NULL,
    t3               integer                  NOT NULL,
    t4               integer                  NOT NULL,
    attempt          uuid,
    last_disposition varchar,
    last_called_at   timestamp with time zone,
    carried          varchar,
    created_at       timestamp with time zone NOT NULL,
    updated_at       timestamp with time zone,
    deleted_at       timestamp with time zone,
    PRIMARY KEY (tenant, id)
);

CREATE INDEX target_page ON target (tenant, created_at DESC, id DESC);
CREATE INDEX target_list_page_of ON target (tenant, list, created_at DESC, id DESC);
CREATE INDEX target_list_number ON target (tenant, list, number);
CREATE INDEX target_number ON target (tenant, number);

-- An attempt is written as an intent when its target is claimed. batch names the claim's commit; from_state and
-- from_called_at are what the target was before, for the case that the intent is taken back.
CREATE TABLE attempt (
    tenant         uuid                     NOT NULL,
    id             uuid                     NOT NULL,
    campaign       uuid                     NOT NULL,
    run            uuid                     NOT NULL,
    dial_plan      uuid,
    list           uuid                     NOT NULL,
    target         uuid                     NOT NULL,
    queue          uuid,
    carrier        uuid,
    agent          uuid,
    from_address   varchar,
    to_address     varchar                  NOT NULL,
    labels         varchar,
    destination    integer                  NOT NULL,
    try_number     integer                  NOT NULL,
    placed_at      timestamp with time zone NOT NULL,
    ringing_at     timestamp with time zone,
    answered_at    timestamp with time zone,
    ended_at       timestamp with time zone,
    cause          integer,
    disposition    varchar,
    reached        boolean                  NOT NULL,
    talk_micros    bigint                   NOT NULL,
    updated_at     timestamp with time zone NOT NULL,
    deleted_at     timestamp with time zone,
    batch          uuid                     NOT NULL,
    from_state     varchar                  NOT NULL,
    from_called_at timestamp with time zone,
    PRIMARY KEY (tenant, id)
);

CREATE INDEX attempt_page ON attempt (tenant, placed_at DESC, id DESC);
CREATE INDEX attempt_campaign_page ON attempt (tenant, campaign, placed_at DESC, id DESC);

-- Counters of a campaign or a list, kept as things happen.
CREATE TABLE tally (
    tenant  uuid    NOT NULL,
    subject uuid    NOT NULL,
    name    varchar NOT NULL,
    amount  bigint  NOT NULL,
    PRIMARY KEY (tenant, subject, name)
);

CREATE TABLE do_not_call (
    tenant      uuid                     NOT NULL,
    number      varchar                  NOT NULL,
    description varchar                  NOT NULL,
    created_at  timestamp with time zone NOT NULL,
    PRIMARY KEY (tenant, number)
);

-- Uploads of targets.

CREATE TABLE import (
    tenant      uuid                     NOT NULL,
    id          uuid                     NOT NULL,
    list        uuid                     NOT NULL,
    file_name   varchar                  NOT NULL,
    rows_read   bigint                   NOT NULL,
    good        bigint                   NOT NULL,
    duplicate   bigint                   NOT NULL,
    refused     bigint                   NOT NULL,
    failure     varchar,
    created_at  timestamp with time zone NOT NULL,
    finished_at timestamp with time zone,
    PRIMARY KEY (tenant, id)
);

CREATE INDEX import_page ON import (tenant, created_at DESC, id DESC);
CREATE INDEX import_list_page ON import (tenant, list, created_at DESC, id DESC);
CREATE INDEX import_open ON import (tenant, finished_at, list);

CREATE TABLE import_refusal (
    tenant    uuid    NOT NULL,
    import    uuid    NOT NULL,
    line      bigint  NOT NULL,
    duplicate boolean NOT NULL,
    reason    varchar NOT NULL,
    PRIMARY KEY (tenant, import, line)
);

-- An uploaded file in chunks, so that it is read without holding it whole; gone once it is imported.
CREATE TABLE file (
    tenant  uuid    NOT NULL,
    import  uuid    NOT NULL,
    chunk   integer NOT NULL,
    content bytea   NOT NULL,
    PRIMARY KEY (tenant, import, chunk)
);
