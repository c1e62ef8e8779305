package io.tandem.tests.voipbin;

import io.tandem.tests.Api;
import io.tandem.tests.Database;
import io.tandem.tests.GatewayUnderTest;
import io.tandem.tests.TenantUnderTest;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * The gateway of one database that all contract classes of this area share, since every test makes a tenant of its own.
 * It starts with the first class that asks for it and is closed with the last test. Calls take a tenth of their time, and
 * campaign time begins on a Monday at ten in the default zone, inside v3's default hours.
 */
public final class SharedGateway implements BeforeAllCallback {

    /** Simulated ring and talk times are this many times shorter. */
    public static final int SPEED = 10;

    private static final Namespace GATEWAYS = Namespace.create(SharedGateway.class);

    private final Database database;
    private @Nullable GatewayUnderTest gateway;

    public SharedGateway(Database database) {
        this.database = database;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        gateway = context.getRoot()
                .getStore(GATEWAYS)
                .getOrComputeIfAbsent(database, SharedGateway::start, GatewayUnderTest.class);
    }

    private static GatewayUnderTest start(Database database) {
        return GatewayUnderTest.start(
                database.fresh(),
                Map.of("TANDEM_SIM_SPEED", String.valueOf(SPEED), "TANDEM_CLOCK", "2030-03-04T03:00:00Z"));
    }

    public GatewayUnderTest running() {
        return Objects.requireNonNull(gateway, "not started");
    }

    /** A new tenant with every default. */
    public TenantUnderTest tenant() {
        return running().tenant("contract");
    }

    /** A new tenant that may have so many calls up. */
    public TenantUnderTest tenantWithCalls(int cap) {
        return running().tenant(Api.object("name", "contract", "caps", Map.of("calls", cap)));
    }
}
