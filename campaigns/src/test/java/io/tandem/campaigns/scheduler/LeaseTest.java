package io.tandem.campaigns.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LeaseTest {

    private static final Duration LENGTH = Duration.ofSeconds(10);

    private long nanos = -7;
    private long wall = 1_000_000;
    private final Lease lease = new Lease(() -> nanos, () -> wall);

    private void pass(Duration duration) {
        nanos += duration.toNanos();
        wall += duration.toMillis();
    }

    @Test
    void isOverUntilItIsExtended() {
        assertThat(lease.isOver()).isTrue();
    }

    @Test
    void endsAMarginBeforeOthersStopToTrust() {
        long sent = lease.now();
        pass(Duration.ofSeconds(2));
        lease.extend(sent, LENGTH);

        pass(Duration.ofMillis(6_999));
        assertThat(lease.isOver()).isFalse();
        pass(Duration.ofMillis(1));
        assertThat(lease.isOver()).isTrue();
    }

    @Test
    void aRenewalSaysNothingOfWhatWasNotedBefore() {
        lease.extend(lease.now(), LENGTH);
        long noted = lease.until();
        pass(Duration.ofSeconds(9));

        lease.extend(lease.now(), LENGTH);

        assertThat(lease.isOver(noted)).isTrue();
        assertThat(lease.isOver()).isFalse();
    }

    @Test
    void endsWithTheWallsClockIfTheMachineWasSuspended() {
        lease.extend(lease.now(), LENGTH);
        wall += 60_000;

        assertThat(lease.isOver()).isTrue();
        lease.extendAlone();
        assertThat(lease.isOver()).isFalse();
        wall += 3_600_000;
        assertThat(lease.isOver()).isTrue();
    }

    @Test
    void aWallsClockThatIsSetBackDoesNotProlongIt() {
        lease.extend(lease.now(), LENGTH);
        pass(Duration.ofSeconds(9));
        wall -= 60_000;

        assertThat(lease.isOver()).isTrue();
    }

    @Test
    void canBeEnded() {
        lease.extendAlone();
        lease.end();

        assertThat(lease.isOver()).isTrue();
    }
}
