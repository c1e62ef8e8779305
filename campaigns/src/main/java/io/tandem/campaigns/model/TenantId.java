package io.tandem.campaigns.model;

import java.util.Objects;
import java.util.UUID;

/** A tenant: the v3 {@code domain_uuid}, the v1.0 {@code customer_id}. First in every signature and every key. */
public record TenantId(UUID value) implements Comparable<TenantId> {

    public TenantId {
        Objects.requireNonNull(value, "value");
    }

    /** Reads the canonical text form; throws {@link IllegalArgumentException} if it is not a UUID. */
    public static TenantId of(String text) {
        return new TenantId(UUID.fromString(text));
    }

    @Override
    public int compareTo(TenantId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
