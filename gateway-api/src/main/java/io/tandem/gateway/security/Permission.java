package io.tandem.gateway.security;

/** The permission bits of agents and credentials. (voipbin-v1.md, 1.1) */
public final class Permission {

    public static final int AGENT = 16;
    public static final int ADMIN = 32;
    public static final int MANAGER = 64;
    /** None at all: open to every agent, one without any permission too, and to every key. */
    public static final int NONE = 0;

    private Permission() {}
}
