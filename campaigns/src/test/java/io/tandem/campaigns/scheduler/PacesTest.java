package io.tandem.campaigns.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.campaigns.model.Carried;
import io.tandem.campaigns.model.Carrier;
import io.tandem.campaigns.model.Tenant;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.SchedulerStore;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PacesTest {

    private static final Instant START = Instant.parse("2026-05-01T00:00:00Z");
    private static final TenantId TENANT = new TenantId(new UUID(0, 9));

    private final Paces paces = new Paces();

    private static Carrier carrier(int id, @Nullable Integer perSecond) {
        return new Carrier(
                TENANT,
                new UUID(0, id),
                "c",
                List.of(),
                100,
                Map.of(),
                perSecond,
                false,
                Carried.NONE,
                START,
                null,
                null);
    }

    private static View view(@Nullable Integer perSecond, Carrier... carriers) {
        Tenant tenant = new Tenant(
                TENANT,
                "t",
                ZoneOffset.UTC,
                "VN",
                "2022-10",
                List.of(),
                Set.of("VN"),
                new Tenant.Caps(100, perSecond, 100, null),
                false,
                START,
                null);
        return new View(
                new SchedulerStore.Desk(tenant, 1, List.of(), List.of(), List.of(), List.of(carriers)),
                Set.of(),
                1,
                Instant.EPOCH);
    }

    /** Milliseconds at which calls start within a second, if one waits for every millisecond. */
    private List<Integer> starts(Carrier carrier) {
        List<Integer> starts = new ArrayList<>();
        for (int milli = 0; milli < 1_000; milli++) {
            if (paces.start(carrier, START.plusMillis(milli))) {
                starts.add(milli);
            }
        }
        return starts;
    }

    @Test
    void spacesACarriersCallsEvenly() {
        Carrier slow = carrier(1, 4);
        paces.refreshed(view(null, slow, carrier(2, null)));

        List<Integer> starts = starts(slow);

        assertThat(starts.size()).isBetween(4, 5);
        for (int i = 1; i < starts.size(); i++) {
            assertThat(starts.get(i) - starts.get(i - 1)).isBetween(229, 251);
        }
    }

    @Test
    void aFullCarrierDoesNotSlowAnother() {
        Carrier slow = carrier(1, 1);
        Carrier free = carrier(2, null);
        paces.refreshed(view(null, slow, free));
        assertThat(paces.start(slow, START)).isTrue();

        assertThat(paces.start(slow, START)).isFalse();
        assertThat(paces.start(free, START)).isTrue();
        assertThat(paces.nextStart(slow)).isAfter(START.plusMillis(900));
        assertThat(paces.nextStart(free)).isBeforeOrEqualTo(START);
    }

    @Test
    void theTenantsPaceBindsAllItsCarriers() {
        Carrier one = carrier(1, null);
        Carrier other = carrier(2, null);
        paces.refreshed(view(2, one, other));

        assertThat(paces.start(one, START)).isTrue();
        assertThat(paces.start(other, START)).isFalse();
        assertThat(paces.start(null, START)).isFalse();
    }

    @Test
    void whoTakesATenantOverWaitsOutThePaceOfTheOwnerBefore() {
        Carrier slow = carrier(1, 1);
        Carrier free = carrier(2, null);
        paces.refreshed(view(4, slow, free));
        paces.takenOver(START);

        assertThat(paces.start(free, START.plusMillis(249))).isFalse();
        assertThat(paces.start(free, START.plusMillis(270))).isTrue();
        assertThat(paces.start(slow, START.plusMillis(999))).isFalse();
        assertThat(paces.start(slow, START.plusMillis(1_020))).isTrue();
    }

    @Test
    void whoTakesATenantOverWaitsForNoLimitThereIsNot() {
        Carrier free = carrier(1, null);
        paces.takenOver(START);
        paces.refreshed(view(null, free));

        assertThat(paces.start(free, START)).isTrue();
    }

    @Test
    void aPaceGoesOnOverARefreshAndStartsAnewWhenItChanges() {
        Carrier slow = carrier(1, 1);
        paces.refreshed(view(null, slow));
        paces.start(slow, START);

        paces.refreshed(view(null, slow));
        assertThat(paces.start(slow, START.plusMillis(10))).isFalse();
        paces.refreshed(view(null, carrier(1, 50)));
        assertThat(paces.start(slow, START.plusMillis(10))).isTrue();
    }
}
