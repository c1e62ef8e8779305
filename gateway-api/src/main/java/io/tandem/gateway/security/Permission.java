package io.tandem.gateway.security;

/** The permission bits of agents and credentials. (voipbin-v1.md, 1.1) */
public final class Permission {

    public static final int AGENT = 16;
    public static final int ADMIN = 32;
    public static final int MANAGER = 64;
    /** Any of a tenant's permissions. */
    public static final int ANY = AGENT | ADMIN | MANAGER;

    private Permission() {}
}
