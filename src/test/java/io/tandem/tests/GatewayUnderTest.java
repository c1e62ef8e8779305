package io.tandem.tests;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.gateway.Gateway;
import io.tandem.gateway.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** A gateway in this process, on a database and port of its own, with the carrier's journal at hand. */
public final class GatewayUnderTest implements AutoCloseable {

    public static final String OPERATOR = "test-operator";

    private final Gateway gateway;
    private final Path journal;

    private GatewayUnderTest(Map<String, String> environment, Path journal, Object... beans) {
        this.gateway = Gateway.start(Settings.of(environment), beans);
        this.journal = journal;
    }

    /**
     * Starts one.
     *
     * @param database as {@link Database#fresh}
     * @param more settings beyond: {@code TANDEM_SIM_SPEED}, {@code TANDEM_CLOCK} …
     * @param beans that look on from inside
     */
    public static GatewayUnderTest start(Map<String, String> database, Map<String, String> more, Object... beans) {
        try {
            Path journal = Files.createTempFile("tandem-journal", ".ndjson");
            journal.toFile().deleteOnExit();
            Map<String, String> environment = settings();
            environment.putAll(database);
            environment.put("TANDEM_CARRIER_JOURNAL", journal.toString());
            environment.putAll(more);
            return new GatewayUnderTest(environment, journal, beans);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What every gateway under test is given, as a map to add to: any port, an operator, no limits. */
    static Map<String, String> settings() {
        return new LinkedHashMap<>(
                Map.of("TANDEM_PORT", "0", "TANDEM_OPERATOR_TOKEN", OPERATOR, "TANDEM_RATE_LIMITS", "off"));
    }

    public Gateway gateway() {
        return gateway;
    }

    public Journal journal() {
        return Journal.read(journal);
    }

    /** Speaks to the gateway without credentials. */
    public Api api() {
        return new Api(gateway.url(), Map.of());
    }

    public Api operator() {
        return api().withHeader("Authorization", "Bearer " + OPERATOR);
    }

    /** Makes a tenant of that name. */
    public TenantUnderTest tenant(String name) {
        return tenant(Api.object("name", name));
    }

    /** Makes a tenant as {@code POST /admin/tenants} takes it. */
    public TenantUnderTest tenant(JsonNode body) {
        return new TenantUnderTest(this, operator().post("/admin/tenants", body).json());
    }

    @Override
    public void close() {
        gateway.close();
    }
}
