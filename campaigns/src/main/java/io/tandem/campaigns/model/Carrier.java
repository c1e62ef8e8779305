package io.tandem.campaigns.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How calls leave: a trunk shared by campaigns.
 *
 * @param callerIds numbers it may show
 * @param drawsCallerId whether each call shows one of them drawn by chance, all alike; else all show the first
 * @param maxConcurrent calls in flight over all campaigns that use it
 * @param channels calls in flight per network, by network name
 * @param callsPerSecond calls started per second, null for no limit
 * @param isDefault taken by campaigns that name none; one per tenant
 */
@RecordBuilder
public record Carrier(
        TenantId tenant,
        UUID id,
        String name,
        List<String> callerIds,
        boolean drawsCallerId,
        int maxConcurrent,
        Map<String, Integer> channels,
        @Nullable Integer callsPerSecond,
        boolean isDefault,
        Carried carried,
        Instant created,
        @Nullable Instant updated,
        @Nullable Instant deleted)
        implements CarrierBuilder.With, Stored {

    public Carrier {
        callerIds = List.copyOf(callerIds);
        channels = Map.copyOf(channels);
    }

    /** A carrier that shows its first number. */
    public Carrier(
            TenantId tenant,
            UUID id,
            String name,
            List<String> callerIds,
            int maxConcurrent,
            Map<String, Integer> channels,
            @Nullable Integer callsPerSecond,
            boolean isDefault,
            Carried carried,
            Instant created,
            @Nullable Instant updated,
            @Nullable Instant deleted) {
        this(
                tenant,
                id,
                name,
                callerIds,
                false,
                maxConcurrent,
                channels,
                callsPerSecond,
                isDefault,
                carried,
                created,
                updated,
                deleted);
    }
}
