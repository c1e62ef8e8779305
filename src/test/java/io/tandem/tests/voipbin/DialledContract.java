package io.tandem.tests.voipbin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tandem.tests.Database;
import io.tandem.tests.Journal;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.awaitility.core.ThrowingRunnable;

/** What the contract classes that place calls have in common. */
abstract class DialledContract extends V1Contract {

    DialledContract(Database database) {
        super(database);
    }

    static long ended(Journal journal) {
        return journal.calls().stream().filter(call -> call.ended() != null).count();
    }

    static Instant ended(Journal.Call call) {
        assertThat(call.ended()).as("the end of " + call).isNotNull();
        return Objects.requireNonNull(call.ended());
    }

    static void eventually(int seconds, ThrowingRunnable assertion) {
        await().atMost(Duration.ofSeconds(seconds))
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(assertion);
    }
}
