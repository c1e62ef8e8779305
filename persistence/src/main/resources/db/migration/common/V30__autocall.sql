-- What the rest of the autocall contract keeps.

-- Names of the living ones are the tenant's own; null where there is nothing to guard (H2 has no partial index).
ALTER TABLE carrier ADD COLUMN reserved_name varchar;
ALTER TABLE template ADD COLUMN reserved_name varchar;
CREATE UNIQUE INDEX carrier_reserved_name ON carrier (tenant, reserved_name);
CREATE UNIQUE INDEX template_reserved_name ON template (tenant, reserved_name);

-- A sound file; its bytes are in "file", under its id.
CREATE TABLE audio (
    tenant        uuid                     NOT NULL,
    id            uuid                     NOT NULL,
    created_at    timestamp with time zone NOT NULL,
    updated_at    timestamp with time zone,
    deleted_at    timestamp with time zone,
    document      varchar                  NOT NULL,
    reserved_name varchar,
    PRIMARY KEY (tenant, id)
);

CREATE INDEX audio_page ON audio (tenant, created_at DESC, id DESC);
CREATE UNIQUE INDEX audio_reserved_name ON audio (tenant, reserved_name);

CREATE TABLE event_hook (
    tenant     uuid                     NOT NULL,
    id         uuid                     NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone,
    deleted_at timestamp with time zone,
    document   varchar                  NOT NULL,
    PRIMARY KEY (tenant, id)
);

CREATE INDEX event_hook_page ON event_hook (tenant, created_at DESC, id DESC);

-- A number as its client wrote it, under an id.
ALTER TABLE do_not_call ADD COLUMN id uuid DEFAULT gen_random_uuid() NOT NULL;
ALTER TABLE do_not_call ADD COLUMN written varchar;
CREATE UNIQUE INDEX do_not_call_id ON do_not_call (tenant, id);
CREATE INDEX do_not_call_page ON do_not_call (tenant, created_at DESC, id DESC);

-- A target that was pushed: when (of two the earlier goes first), the id that its first attempt gets, until when it may
-- start, and the template that it plays instead of the campaign's. All null on every other target.
ALTER TABLE target ADD COLUMN push_call uuid;
ALTER TABLE target ADD COLUMN push_at timestamp with time zone;
ALTER TABLE target ADD COLUMN push_expires_at timestamp with time zone;
ALTER TABLE target ADD COLUMN push_template uuid;

-- What clients call the calls that they pushed.
CREATE TABLE call_reference (
    tenant     uuid                     NOT NULL,
    name       varchar                  NOT NULL,
    call       uuid                     NOT NULL,
    target     uuid                     NOT NULL,
    created_at timestamp with time zone NOT NULL,
    PRIMARY KEY (tenant, name)
);
