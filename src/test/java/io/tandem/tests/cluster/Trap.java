package io.tandem.tests.cluster;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.tandem.campaigns.ports.Dialer;
import io.tandem.campaigns.ports.Dialer.OutboundCall;
import io.tandem.campaigns.ports.SchedulerStore;
import io.tandem.campaigns.ports.SchedulerStore.Committed;
import io.tandem.campaigns.ports.SchedulerStore.Turn;
import io.tandem.campaigns.scheduler.Lease;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Stops its own process at a {@link Point} that a file names, by wrapping what the scheduler speaks to. Runs in the
 * process under test; on the scheduler's thread but for the lease, which others read too.
 */
final class Trap {

    /**
     * Ends when the signal has taken effect: until one of its threads comes to take it, a process on a busy machine goes
     * on, and this one would place calls after the point at which it is said to have stopped.
     */
    private static final String KILL =
            "kill -\"$1\" \"$2\"; while grep -q '^State:[[:space:]]*[RSD]' \"/proc/$2/status\" 2>/dev/null; do :; done";

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
            if (!said[0].equals(point.name()) || !Files.deleteIfExists(file)) {
                return;
            }
            Path note = file.resolveSibling(file.getFileName() + ".note");
            Files.writeString(note, claimed.stream().map(UUID::toString).collect(Collectors.joining("\n")));
            Files.move(note, sprung(file), StandardCopyOption.ATOMIC_MOVE);
            String self = String.valueOf(ProcessHandle.current().pid());
            new ProcessBuilder("sh", "-c", KILL, "kill", said[1], self).start().waitFor();
        } catch (NoSuchFileException unset) {
            // It was taken away in that moment.
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
            SchedulerStore store = event.getBean();
            return around(SchedulerStore.class, store, "commit", turn -> commit(store, (Turn) turn));
        }
    }

    private Committed commit(SchedulerStore store, Turn turn) {
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

    private final class AroundDialer implements BeanCreatedEventListener<Dialer> {
        @Override
        public Dialer onCreated(BeanCreatedEvent<Dialer> event) {
            Dialer dialer = event.getBean();
            return around(Dialer.class, dialer, "place", call -> {
                reach(Point.AFTER_THE_LAST_LOOK);
                dialer.place((OutboundCall) call);
                reach(Point.PLACED);
                return null;
            });
        }
    }

    private final class AroundLease implements BeanCreatedEventListener<Lease> {
        @Override
        public Lease onCreated(BeanCreatedEvent<Lease> event) {
            LongSupplier nanos = () -> {
                if (looking && Thread.currentThread().getName().equals("scheduler")) {
                    looking = false;
                    reach(Point.BEFORE_THE_LAST_LOOK);
                }
                return System.nanoTime();
            };
            return new Lease(nanos, System::currentTimeMillis);
        }
    }

    /** The same, but for one method of one argument. */
    private static <T> T around(Class<T> type, T real, String method, Function<Object, @Nullable Object> instead) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, called, arguments) -> {
                    if (called.getName().equals(method)) {
                        return instead.apply(arguments[0]);
                    }
                    try {
                        return called.invoke(real, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getTargetException();
                    }
                }));
    }
}
