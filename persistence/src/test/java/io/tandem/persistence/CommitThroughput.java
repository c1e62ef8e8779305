package io.tandem.persistence;

import io.tandem.campaigns.model.CallAttempt;
import io.tandem.campaigns.model.Target;
import io.tandem.campaigns.model.TargetState;
import io.tandem.campaigns.ports.SchedulerStore;
import io.tandem.campaigns.ports.SchedulerStore.Committed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Prints how many calls a second the store can claim and end. Not a test, so not run by default:
 * {@code mvn test -pl persistence -am -Dtest=CommitThroughput -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class CommitThroughput {

    private static final int CALLS = 20_000;

    @Test
    void onH2InMemory() {
        measure("H2 memory", TestDatabase.h2());
    }

    @Test
    void onAFileOfH2(@TempDir Path directory) {
        TestDatabase database = TestDatabase.h2File(directory);
        measure("H2 file", database);
        database.close();
    }

    @Test
    void onPostgres() {
        measure("PostgreSQL", TestDatabase.postgres());
    }

    private static void measure(String name, TestDatabase database) {
        for (int perTurn : new int[] {20, 200, 200, 1_000}) {
            System.out.println(name + ": " + new Campaigning(database).run(perTurn));
        }
    }

    /** Each turn ends the calls of the turn before and claims as many: four row writes a call. */
    private static final class Campaigning extends SchedulerContract {

        Campaigning(TestDatabase database) {
            super(database);
        }

        /** As the gateway's own ids do, so that rows made together lie together. */
        private UUID growing() {
            return new UUID(System.nanoTime(), random.id().getLeastSignificantBits());
        }

        String run(int perTurn) {
            UUID campaign = random.id();
            List<Target> all = new ArrayList<>();
            for (int i = 0; i < CALLS; i++) {
                all.add(target(tenant, list).withId(growing()));
            }
            in(tenant, () -> targets.insertAll(tenant, all));
            List<CallAttempt> up = List.of();
            int calls = 0;
            long dueNanos = 0;
            long start = System.nanoTime();
            do {
                long reading = System.nanoTime();
                List<Target> due =
                        scheduler.due(new SchedulerStore.Shelf(tenant, list, TargetState.FRESH, null), NOW, perTurn);
                dueNanos += System.nanoTime() - reading;
                TurnBuilder turn = turn();
                up.forEach(attempt -> turn.outcome(answered(attempt)));
                List<CallAttempt> placed = new ArrayList<>();
                for (Target target : due) {
                    CallAttempt attempt = attempt(target, campaign).withId(growing());
                    placed.add(attempt);
                    turn.claim(target, attempt);
                }
                Committed committed = commit(turn);
                calls += committed.claimed().size();
                up = placed;
            } while (!up.isEmpty());
            double seconds = (System.nanoTime() - start) / 1e9;
            return "%d calls, %d a turn: %.0f calls/s (%.0f%% of the time reading what is due)"
                    .formatted(calls, perTurn, calls / seconds, dueNanos / 1e7 / seconds);
        }
    }
}
