-- Flows: of the same shape as the other kinds of configuration (V1).

CREATE TABLE flow (
    tenant     uuid                     NOT NULL,
    id         uuid                     NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone,
    deleted_at timestamp with time zone,
    document   varchar                  NOT NULL,
    PRIMARY KEY (tenant, id)
);

CREATE INDEX flow_page ON flow (tenant, created_at DESC, id DESC);
