package io.tandem.campaigns.simulation;

import io.tandem.campaigns.ports.Replicas.Beat;
import io.tandem.campaigns.ports.Replicas.Holding;
import io.tandem.campaigns.ports.Replicas.Link;
import io.tandem.campaigns.ports.Replicas.Notice;
import io.tandem.campaigns.ports.StoreUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One replica's session at the database. The server keeps it, and its locks, when the process freezes; both are gone when
 * the process dies or the way to it breaks.
 */
final class Session implements Link {

    private final Registry registry;
    private final Name name;
    private final Fate fate;
    private final VirtualClock clock;
    private final Supplier<UUID> ids;
    private final Set<UUID> locks = new HashSet<>();
    private final Deque<Notice> heard = new ArrayDeque<>();
    private final Map<UUID, Instant> lifelessSince = new HashMap<>();
    private final Map<UUID, Instant> lastFrom = new HashMap<>();
    private boolean broken;

    Session(Registry registry, Name name, Fate fate, VirtualClock clock, Supplier<UUID> ids) {
        this.registry = registry;
        this.name = name;
        this.fate = fate;
        this.clock = clock;
        this.ids = ids;
    }

    /** As the real one does: listens, locks, and then says that it is there. */
    void open() {
        registry.open(this);
        step();
        locks.add(name.id());
        step();
        if (!name.isEntered()) {
            registry.enter(name);
        } else if (!registry.rejoin(name.id())) {
            reborn();
        }
    }

    private void step() {
        fate.onLink(this);
        if (broken) {
            throw new StoreUnavailable("simulated: the link is broken", new IllegalStateException());
        }
    }

    private void reborn() {
        name.renew(ids.get());
        locks.add(name.id());
        registry.enter(name);
        fate.expelled();
    }

    @Override
    public Beat beat(boolean fit) {
        step();
        if (!registry.beat(name.id(), clock.instant())) {
            reborn();
        }
        List<UUID> living = registry.living();
        boolean gone = registry.buryTheDead(name.id(), lifelessSince);
        Instant answered = clock.instant();
        step();
        return new Beat(name.id(), Registry.LEASE, living, gone, answered);
    }

    @Override
    public List<Holding> holdings() {
        step();
        return registry.holdings();
    }

    @Override
    public List<Notice.Forbidden> unacknowledged() {
        step();
        return registry.unacknowledged(name.id());
    }

    @Override
    public List<Notice> await(Duration longest) {
        throw new UnsupportedOperationException("a simulated replica takes its notices one by one");
    }

    /** The next notice that has arrived; null for none. */
    @Nullable
    Notice next() {
        return heard.poll();
    }

    boolean hasNotices() {
        return !heard.isEmpty();
    }

    /** What one sender says arrives in its order. */
    void post(UUID sender, Notice notice, Instant at) {
        Instant arrives = lastFrom.merge(sender, at, (last, next) -> last.isAfter(next) ? last : next);
        if (arrives.equals(clock.instant())) {
            heard.add(notice);
            return;
        }
        clock.timerOf(this).after(Duration.between(clock.instant(), arrives), () -> heard.add(notice));
    }

    boolean isOf(UUID replica) {
        return name.id().equals(replica);
    }

    boolean holds(UUID lock) {
        return !broken && locks.contains(lock);
    }

    boolean isBroken() {
        return broken;
    }

    /** From now on it says and hears nothing, and its locks are gone. */
    void breakOff() {
        broken = true;
        heard.clear();
        clock.forget(this);
        registry.closed(this);
    }

    @Override
    public void close() {
        breakOff();
    }
}
