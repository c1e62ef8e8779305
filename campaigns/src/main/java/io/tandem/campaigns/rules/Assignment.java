package io.tandem.campaigns.rules;

import io.tandem.campaigns.model.TenantId;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;

/**
 * Which replica should own a tenant: the one that scores highest with it (rendezvous hashing). Every replica finds the
 * same answer by itself, tenants spread evenly, and one that joins or leaves moves its own share only.
 */
public final class Assignment {

    private Assignment() {}

    public static Optional<UUID> ownerOf(TenantId tenant, Collection<UUID> replicas) {
        return replicas.stream()
                .max(Comparator.<UUID>comparingLong(replica -> score(tenant.value(), replica))
                        .thenComparing(Comparator.naturalOrder()));
    }

    private static long score(UUID tenant, UUID replica) {
        long hash = mix(tenant.getMostSignificantBits());
        hash = mix(hash ^ tenant.getLeastSignificantBits());
        hash = mix(hash ^ replica.getMostSignificantBits());
        return mix(hash ^ replica.getLeastSignificantBits());
    }

    /** The finalizer of MurmurHash3: every bit of the input moves every bit of the result. */
    private static long mix(long bits) {
        long mixed = (bits ^ bits >>> 33) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ mixed >>> 33) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ mixed >>> 33;
    }
}
