package io.tandem.campaigns.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One customer of the gateway and the limits it runs under (design section 7).
 *
 * @param zone decides calling hours and what v3 prints
 * @param country ISO 3166 alpha-2 region in which numbers without a country code are read
 * @param voipbinVersion wire version of the v1.0 front-end that this tenant is pinned to, kept as text
 * @param callbackAllowList CIDR ranges that callback addresses may use although they are not globally reachable
 * @param allowedCountries regions that may be dialled
 * @param policy rules over all its campaigns; forbids nothing by default
 */
@RecordBuilder
public record Tenant(
        TenantId id,
        String name,
        ZoneId zone,
        String country,
        String voipbinVersion,
        List<String> callbackAllowList,
        Set<String> allowedCountries,
        Caps caps,
        boolean suspended,
        Instant created,
        @Nullable Instant updated,
        @Nullable Policy policy)
        implements TenantBuilder.With {

    public Tenant {
        callbackAllowList = List.copyOf(callbackAllowList);
        allowedCountries = Set.copyOf(allowedCountries);
        // One form of the same, also for tenants stored before there were policies.
        policy = Policy.NONE.equals(policy) ? null : policy;
    }

    /** A tenant whose policy forbids nothing. */
    public Tenant(
            TenantId id,
            String name,
            ZoneId zone,
            String country,
            String voipbinVersion,
            List<String> callbackAllowList,
            Set<String> allowedCountries,
            Caps caps,
            boolean suspended,
            Instant created,
            @Nullable Instant updated) {
        this(
                id,
                name,
                zone,
                country,
                voipbinVersion,
                callbackAllowList,
                allowedCountries,
                caps,
                suspended,
                created,
                updated,
                null);
    }

    @Override
    public Policy policy() {
        return Objects.requireNonNullElse(policy, Policy.NONE);
    }

    /**
     * A tenant's limits.
     *
     * @param calls calls in flight, over all campaigns
     * @param cps calls started per second, or null for no limit
     * @param leads targets stored
     * @param apiRps API requests per second, or null for no limit
     */
    public record Caps(
            int calls,
            @Nullable Integer cps,
            long leads,
            @Nullable Integer apiRps) {

        public static final Caps DEFAULT = new Caps(1000, null, 10_000_000L, 200);
    }
}
