package io.tandem.gateway.admin;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.tandem.campaigns.model.Tenant;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A tenant as the operator sees it. Times are RFC 3339, UTC. */
record TenantAnswer(
        @JsonProperty("tenant_id") String tenantId,
        String name,
        String zone,
        String country,
        @JsonProperty("voipbin_version") String voipbinVersion,
        @JsonProperty("callback_allow_list") List<String> callbackAllowList,
        @JsonProperty("allowed_countries") List<String> allowedCountries,
        Caps caps,
        Policy policy,
        boolean suspended,
        @JsonProperty("created_at") String createdAt,
        @JsonProperty("updated_at") @Nullable String updatedAt) {

    record Caps(
            int calls,
            @Nullable Integer cps,
            long leads,
            @JsonProperty("api_rps") @Nullable Integer apiRps) {}

    /** @param attempts null for no limit */
    record Policy(
            @JsonProperty("quiet_hours") List<QuietHours> quietHours,

            @JsonProperty("attempts_per_number_and_day") @Nullable
            Integer attempts) {

        /** Times of day of the tenant's zone. */
        record QuietHours(String from, String to) {}

        static Policy of(io.tandem.campaigns.model.Policy policy) {
            return new Policy(
                    policy.quietHours().stream()
                            .map(hours -> new QuietHours(
                                    hours.from().toString(), hours.to().toString()))
                            .toList(),
                    policy.attemptsPerNumberAndDay());
        }
    }

    static TenantAnswer of(Tenant tenant) {
        Tenant.Caps caps = tenant.caps();
        return new TenantAnswer(
                tenant.id().toString(),
                tenant.name(),
                tenant.zone().getId(),
                tenant.country(),
                tenant.voipbinVersion(),
                tenant.callbackAllowList(),
                List.copyOf(new TreeSet<>(tenant.allowedCountries())),
                new Caps(caps.calls(), caps.cps(), caps.leads(), caps.apiRps()),
                Policy.of(tenant.policy()),
                tenant.suspended(),
                tenant.created().toString(),
                tenant.updated() == null ? null : tenant.updated().toString());
    }

    /** A new tenant's secrets, told once. */
    record Created(
            @JsonProperty("tenant_id") String tenantId,
            @JsonProperty("webhook_secret") String webhookSecret,
            Autocall autocall,
            Voipbin voipbin) {

        record Autocall(@JsonProperty("api_key") String apiKey, String username, String password) {}

        record Voipbin(String username, String password, String accesskey) {}

        static Created of(TenantKeys keys, String webhookSecret) {
            return new Created(
                    keys.tenant().toString(),
                    webhookSecret,
                    new Autocall(keys.apiKey(), keys.autocallUsername(), keys.autocallPassword()),
                    new Voipbin(keys.voipbinUsername(), keys.voipbinPassword(), keys.accessKey()));
        }
    }
}
