package io.tandem.gateway.security;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.tandem.campaigns.model.Tenant;
import io.tandem.campaigns.model.TenantId;
import io.tandem.gateway.Settings;
import io.tandem.gateway.http.Fault;
import io.tandem.gateway.http.Fault.TooMany.By;
import io.tandem.gateway.http.Refusal;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Limits of this replica: log-ins per address, 10 a second and 20 at once; requests per tenant, {@code caps.api_rps} a
 * second and twice that at once. (voipbin-v1.md, section 3)
 */
@Singleton
final class RateLimits {

    private static final int LOGINS = 10;
    private static final int LOGIN_BURST = 20;
    private static final int KEPT = 50_000;

    private final boolean on;
    private final Buckets<InetAddress> logins = new Buckets<>();
    private final Buckets<Limit> tenants = new Buckets<>();

    RateLimits(Settings settings) {
        this.on = settings.rateLimits();
    }

    /** @throws Refusal if this address has tried too often */
    void login(InetAddress address) {
        if (on) {
            spend(logins.of(address, () -> bucket(LOGINS, LOGIN_BURST)), By.ADDRESS);
        }
    }

    /** @throws Refusal if this tenant has asked too much */
    void request(Tenant tenant) {
        Integer perSecond = tenant.caps().apiRps();
        if (on && perSecond != null) {
            Bucket bucket = tenants.of(new Limit(tenant.id(), perSecond), () -> bucket(perSecond, 2L * perSecond));
            spend(bucket, By.TENANT);
        }
    }

    private static Bucket bucket(long perSecond, long atOnce) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(atOnce).refillGreedy(perSecond, Duration.ofSeconds(1)))
                .build();
    }

    private static void spend(Bucket bucket, By by) {
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            long seconds = TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill()) + 1;
            throw new Refusal(new Fault.TooMany(by, seconds));
        }
    }

    /** A tenant's bucket is a new one when its limit changes. */
    private record Limit(TenantId tenant, int perSecond) {}

    /** The buckets used last; one that nobody used for long is full again anyway. */
    private static final class Buckets<K> {

        private final Map<K, Bucket> byKey = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, Bucket> eldest) {
                return size() > KEPT;
            }
        };

        synchronized Bucket of(K key, Supplier<Bucket> fresh) {
            return byKey.computeIfAbsent(key, k -> fresh.get());
        }
    }
}
