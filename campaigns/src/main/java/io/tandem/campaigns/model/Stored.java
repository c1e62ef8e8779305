package io.tandem.campaigns.model;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What every stored object of a tenant has: an id within the tenant, and when it was made, changed and deleted. */
public interface Stored {

    TenantId tenant();

    UUID id();

    Instant created();

    /** Null until the first change after creation. */
    @Nullable
    Instant updated();

    /** Null while it lives; deletion is soft. */
    @Nullable
    Instant deleted();
}
