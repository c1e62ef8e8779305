package io.tandem.campaigns.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.Replicas;
import io.tandem.campaigns.ports.Replicas.Beat;
import io.tandem.campaigns.ports.Replicas.Holding;
import io.tandem.campaigns.ports.Replicas.Notice;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MembershipTest {

    private static final UUID SELF = new UUID(1, 1);
    private static final UUID LEAVING = new UUID(1, 2);
    private static final TenantId TENANT = new TenantId(new UUID(2, 1));

    private final Inbox inbox = new Inbox();
    private final Membership membership = new Membership(
            inbox, new Lease(() -> 0, () -> 0), new NobodyElse(), Runnable::run, tenant -> {}, time -> true);

    /** While it left it was counted among the living no more, so its death changes nothing in who lives. */
    @Test
    void takesOverFromAReplicaThatDiedWhileItLeft() {
        Alone link = new Alone();
        membership.joined(link);
        inbox.drain();

        membership.beat(link);

        assertThat(inbox.drain()).doesNotContain(new Inbox.Signal.Own(TENANT));

        link.gone = true;
        membership.beat(link);

        assertThat(inbox.drain()).contains(new Inbox.Signal.Own(TENANT));
    }

    @Test
    void takesOverFromAReplicaThatAnotherFoundDead() {
        Alone link = new Alone();
        membership.joined(link);
        inbox.drain();

        membership.heard(link, new Notice.Members(true));

        assertThat(inbox.drain()).contains(new Inbox.Signal.Own(TENANT));
    }

    /** A database on which this replica is the only one that takes tenants, and one that another still holds. */
    private static final class Alone implements Replicas.Link {

        private boolean gone;

        @Override
        public Beat beat(boolean fit) {
            return new Beat(SELF, Duration.ofSeconds(10), List.of(SELF), gone, Instant.EPOCH);
        }

        @Override
        public List<Holding> holdings() {
            return List.of(new Holding(TENANT, LEAVING));
        }

        @Override
        public List<Notice.Forbidden> unacknowledged() {
            return List.of();
        }

        @Override
        public List<Notice> await(Duration longest) {
            return List.of();
        }

        @Override
        public void close() {}
    }

    private static final class NobodyElse implements Replicas {

        @Override
        public Link join() {
            return new Alone();
        }

        @Override
        public void leave() {}

        @Override
        public void forget() {}

        @Override
        public void created(TenantId tenant) {}

        @Override
        public void changed(TenantId tenant) {}

        @Override
        public long epoch(TenantId tenant) {
            return 0;
        }

        @Override
        public boolean isTakenIn(TenantId tenant, long epoch) {
            return true;
        }

        @Override
        public void acknowledge(Notice.Forbidden write) {}
    }
}
