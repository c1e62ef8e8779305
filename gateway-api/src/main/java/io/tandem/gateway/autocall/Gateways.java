package io.tandem.gateway.autocall;

import io.tandem.campaigns.model.TenantId;
import io.tandem.gateway.Settings;
import io.tandem.translators.autocall.Answers.GatewayRow;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;

/**
 * A tenant's gateways: one, the way in which this process places calls. Its id follows from the tenant's, so that it is
 * the same on every replica, and whatever dialer is configured. (autocall-v3.md, D42)
 */
@Singleton
final class Gateways {

    private final String name;

    Gateways(Settings settings) {
        this.name = settings.dialer().name().toLowerCase(Locale.ROOT);
    }

    UUID of(TenantId tenant) {
        return UUID.nameUUIDFromBytes(("gateway of " + tenant).getBytes(StandardCharsets.UTF_8));
    }

    GatewayRow row(TenantId tenant) {
        return new GatewayRow(of(tenant).toString(), tenant.toString(), name, "");
    }
}
