package io.tandem.tests.autocall;

import io.tandem.tests.Database;
import io.tandem.tests.GatewayUnderTest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;

/**
 * One gateway a database for all classes of this package, since a start costs seconds; it ends with the tests. Campaign
 * time begins on a Saturday at 10:00 in Ho Chi Minh City, and simulated calls are ten times shorter.
 */
final class SharedGateways implements BeforeAllCallback {

    private static final Namespace NAMESPACE = Namespace.create(SharedGateways.class);
    private static final Map<String, String> SETTINGS =
            Map.of("TANDEM_CLOCK", "2030-03-02T03:00:00Z", "TANDEM_SIM_SPEED", "10");

    private @Nullable Store store;

    @Override
    public void beforeAll(ExtensionContext context) {
        store = context.getRoot().getStore(NAMESPACE);
    }

    GatewayUnderTest on(Database database) {
        if (store == null) {
            throw new IllegalStateException("asked before the tests began");
        }
        return store.getOrComputeIfAbsent(
                database, key -> GatewayUnderTest.start(database.fresh(), SETTINGS), GatewayUnderTest.class);
    }
}
