package io.tandem.translators.autocall;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A carrier as v3 reads it, in the order of the documents. (autocall-v3.md, 1.7)
 *
 * @param status always true: a carrier that is there can be dialled through
 * @param data what was sent of it; caller numbers and prefixes as texts
 * @param carrierRemainingCcu channels that are free now, by network
 * @param remainingConcurrentCall calls that may be added now
 * @param groups null until written
 * @param carried properties that the documents do not know, as they were sent; empty in lists
 */
public record CarrierDocument(
        @JsonProperty("domain_uuid") String domainUuid,
        @JsonProperty("carrier_uuid") String carrierUuid,
        @JsonProperty("carrier_name") String carrierName,
        @JsonProperty("gateway_uuid") String gatewayUuid,
        @JsonProperty("caller_id") String callerId,
        @JsonProperty("description") String description,
        @JsonProperty("dial_type") String dialType,
        @JsonProperty("status") boolean status,
        @JsonProperty("created_at") String createdAt,
        @JsonProperty("updated_at") String updatedAt,
        @JsonProperty("network") NetworkDocument network,
        @JsonProperty("data") JsonNode data,
        @JsonProperty("concurrent_call") int concurrentCall,
        @JsonProperty("carrier_remaining_ccu") NetworkDocument carrierRemainingCcu,
        @JsonProperty("remaining_concurrent_call") int remainingConcurrentCall,
        @JsonProperty("groups") @Nullable JsonNode groups,
        @JsonAnyGetter Map<String, JsonNode> carried) {}
