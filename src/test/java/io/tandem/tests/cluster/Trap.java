package io.tandem.tests.cluster;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.tandem.campaigns.model.HangupCause;
import io.tandem.campaigns.model.Target;
import io.tandem.campaigns.model.TargetState;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.Dialer;
import io.tandem.campaigns.ports.SchedulerStore;
import io.tandem.campaigns.scheduler.Lease;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Stops its own process at a {@link Point} that a file names, by wrapping what the scheduler speaks to. Runs in the
 * process under test; on the scheduler's thread but for the lease, which others read too.
 */
final class Trap {

    private final Path file;
    private Set<UUID> claimed = Set.of();
    private volatile boolean looking;

    /**
     * @param file holds a point and a signal when the trap is set; when it has sprung the file beside it, {@code .sprung},
     *     holds the ids of the calls that were claimed and not placed yet
     */
    Trap(Path file) {
        this.file = file;
    }

    /** What a test writes into the file. */
    static String set(Point point, String signal) {
        return point + " " + signal;
    }

    static Path sprung(Path file) {
        return file.resolveSibling(file.getFileName() + ".sprung");
    }

    private void reach(Point point) {
        if (!Files.exists(file)) {
            return;
        }
        try {
            String[] said = Files.readString(file).split(" ", -1);
            if (!said[0].equals(point.name())) {
                return;
            }
            Files.delete(file);
            Path note = file.resolveSibling(file.getFileName() + ".note");
            Files.writeString(note, claimed.stream().map(UUID::toString).collect(Collectors.joining("\n")));
            Files.move(note, sprung(file), StandardCopyOption.ATOMIC_MOVE);
            String self = String.valueOf(ProcessHandle.current().pid());
            new ProcessBuilder("kill", "-" + said[1], self).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Beans that put themselves around the gateway's own. */
    List<Object> beans() {
        return List.of(new AroundStore(), new AroundDialer(), new AroundLease());
    }

    private final class AroundStore implements BeanCreatedEventListener<SchedulerStore> {
        @Override
        public SchedulerStore onCreated(BeanCreatedEvent<SchedulerStore> event) {
            return new Store(event.getBean());
        }
    }

    private final class AroundDialer implements BeanCreatedEventListener<Dialer> {
        @Override
        public Dialer onCreated(BeanCreatedEvent<Dialer> event) {
            Dialer dialer = event.getBean();
            return new Dialer() {
                @Override
                public void place(OutboundCall call) {
                    reach(Point.AFTER_THE_LAST_LOOK);
                    dialer.place(call);
                    reach(Point.PLACED);
                }

                @Override
                public void hangUp(UUID attempt, HangupCause cause) {
                    dialer.hangUp(attempt, cause);
                }
            };
        }
    }

    private final class AroundLease implements BeanCreatedEventListener<Lease> {
        @Override
        public Lease onCreated(BeanCreatedEvent<Lease> event) {
            return new Lease(() -> {
                if (looking && Thread.currentThread().getName().equals("scheduler")) {
                    looking = false;
                    reach(Point.BEFORE_THE_LAST_LOOK);
                }
                return System.nanoTime();
            });
        }
    }

    private final class Store implements SchedulerStore {

        private final SchedulerStore store;

        Store(SchedulerStore store) {
            this.store = store;
        }

        @Override
        public Committed commit(Turn turn) {
            looking = false;
            if (!turn.claims().isEmpty()) {
                reach(Point.DECIDED);
            }
            Committed committed = store.commit(turn);
            claimed = committed.claimed();
            if (!claimed.isEmpty()) {
                reach(Point.CLAIMED);
                looking = true;
            }
            return committed;
        }

        @Override
        public boolean takeOver(TenantId tenant, Instant now, InterruptedTarget rule) {
            return store.takeOver(tenant, now, rule);
        }

        @Override
        public void settle(TenantId tenant, Instant now, InterruptedTarget rule) {
            store.settle(tenant, now, rule);
        }

        @Override
        public void release(TenantId tenant) {
            store.release(tenant);
        }

        @Override
        public List<OpenCall> openElsewhere(TenantId tenant) {
            return store.openElsewhere(tenant);
        }

        @Override
        public Desk load(TenantId tenant) {
            return store.load(tenant);
        }

        @Override
        public List<Target> due(TenantId tenant, UUID list, TargetState phase, Instant now, int limit) {
            return store.due(tenant, list, phase, now, limit);
        }

        @Override
        public Optional<Instant> nextDue(TenantId tenant, UUID list, TargetState phase, Instant after) {
            return store.nextDue(tenant, list, phase, after);
        }

        @Override
        public Set<String> doNotCall(TenantId tenant, Collection<String> numbers) {
            return store.doNotCall(tenant, numbers);
        }
    }
}
