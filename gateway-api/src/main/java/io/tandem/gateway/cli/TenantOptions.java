package io.tandem.gateway.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What can be said of a new tenant; what is not said takes the gateway's default. */
final class TenantOptions {

    @Option(names = "--name", required = true, paramLabel = "<name>", description = "The tenant's name.")
    private String name = "";

    @Option(names = "--zone", paramLabel = "<zone>", description = "Time zone, e.g. Asia/Ho_Chi_Minh.")
    private @Nullable String zone;

    @Option(names = "--country", paramLabel = "<code>", description = "Country of numbers without a country code.")
    private @Nullable String country;

    @Option(names = "--voipbin-version", paramLabel = "<version>", description = "2022-10 or 2026-08.")
    private @Nullable String voipbinVersion;

    @Option(
            names = "--allow-callback",
            paramLabel = "<range>",
            description = "Address range that callbacks may use although it is private, e.g. 127.0.0.0/8; repeatable.")
    private List<String> callbackAllowList = List.of();

    @Option(names = "--allow-country", paramLabel = "<code>", description = "Country that may be dialled; repeatable.")
    private List<String> allowedCountries = List.of();

    @Option(names = "--calls", paramLabel = "<n>", description = "Most calls at the same time.")
    private @Nullable Integer calls;

    @Option(names = "--cps", paramLabel = "<n>", description = "Most calls started a second.")
    private @Nullable Integer cps;

    @Option(names = "--leads", paramLabel = "<n>", description = "Most stored targets.")
    private @Nullable Long leads;

    @Option(names = "--api-rps", paramLabel = "<n>", description = "Most API requests a second.")
    private @Nullable Integer apiRps;

    /** The body of {@code POST /admin/tenants}. */
    ObjectNode document(ObjectMapper mapper) {
        ObjectNode document = mapper.createObjectNode().put("name", name);
        put(document, "zone", zone);
        put(document, "country", country);
        put(document, "voipbin_version", voipbinVersion);
        if (!callbackAllowList.isEmpty()) {
            callbackAllowList.forEach(document.putArray("callback_allow_list")::add);
        }
        if (!allowedCountries.isEmpty()) {
            allowedCountries.forEach(document.putArray("allowed_countries")::add);
        }
        ObjectNode caps = mapper.createObjectNode();
        put(caps, "calls", calls);
        put(caps, "cps", cps);
        put(caps, "leads", leads);
        put(caps, "api_rps", apiRps);
        if (!caps.isEmpty()) {
            document.set("caps", caps);
        }
        return document;
    }

    private static void put(ObjectNode document, String field, @Nullable Object value) {
        if (value != null) {
            document.putPOJO(field, value);
        }
    }
}
