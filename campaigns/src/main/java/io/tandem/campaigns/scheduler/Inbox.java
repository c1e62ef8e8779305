package io.tandem.campaigns.scheduler;

import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.Dialer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What the scheduler is told between its turns: call events, changed tenants, forbidding writes, which tenants it is to
 * own. Anyone may post; one thread, the scheduler's, drains it. Posting never blocks for longer than another post.
 */
public final class Inbox implements Dialer.Events {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition posted = lock.newCondition();
    private List<Signal> signals = new ArrayList<>();
    private boolean closed;

    sealed interface Signal {

        record Call(Dialer.Event event) implements Signal {}

        record Own(TenantId tenant) implements Signal {}

        record GiveUp(TenantId tenant) implements Signal {}

        record Changed(TenantId tenant) implements Signal {}

        record EveryoneChanged() implements Signal {}

        record SomeChanged(int part, int parts) implements Signal {}

        record Keep(TenantId tenant) implements Signal {}

        record Forbade(@Nullable TenantId tenant, CompletableFuture<Boolean> acknowledged) implements Signal {}

        record ReplicaGone() implements Signal {}

        record Expelled() implements Signal {}

        record Wake() implements Signal {}
    }

    @Override
    public void on(Dialer.Event event) {
        post(new Signal.Call(event));
    }

    /** The tenant should be this scheduler's; it takes it over if it can. */
    public void own(TenantId tenant) {
        post(new Signal.Own(tenant));
    }

    /** The tenant should be another's: nothing of it is started any more, and it is given up as soon as that can be. */
    public void giveUp(TenantId tenant) {
        post(new Signal.GiveUp(tenant));
    }

    public void changed(TenantId tenant) {
        post(new Signal.Changed(tenant));
    }

    /** Word of changes may have been lost. */
    public void everyoneChanged() {
        post(new Signal.EveryoneChanged());
    }

    /** The tenant should stay this scheduler's after all. */
    public void keep(TenantId tenant) {
        post(new Signal.Keep(tenant));
    }

    /** Word of changes may have been lost, of one part of the tenants after the other. */
    public void someChanged(int part, int parts) {
        post(new Signal.SomeChanged(part, parts));
    }

    /**
     * Completes when a turn after this is over in which the scheduler, as the tenant's owner, has read the tenant anew:
     * true, and it can then place nothing that it decided before. Or when it is not the owner: false.
     */
    public CompletionStage<Boolean> forbade(TenantId tenant) {
        CompletableFuture<Boolean> acknowledged = new CompletableFuture<>();
        post(new Signal.Forbade(tenant, acknowledged));
        return acknowledged;
    }

    /** Completes when a turn is over that began after this was called. */
    CompletionStage<Void> turnOver() {
        CompletableFuture<Boolean> over = new CompletableFuture<>();
        post(new Signal.Forbade(null, over));
        return over.thenAccept(nobodys -> {});
    }

    /** There are no turns any more: whoever waits for one is told that it took nothing in. */
    void close() {
        List<Signal> left;
        lock.lock();
        try {
            closed = true;
            left = signals;
            signals = new ArrayList<>();
        } finally {
            lock.unlock();
        }
        left.forEach(Inbox::refuse);
    }

    private static void refuse(Signal signal) {
        if (signal instanceof Signal.Forbade forbade) {
            forbade.acknowledged().complete(false);
        }
    }

    /** Another replica was found dead: the calls it had up are over. */
    public void replicaGone() {
        post(new Signal.ReplicaGone());
    }

    /** The others gave this replica up for dead, and its calls: they are ended, and no tenant is its own any more. */
    public void expelled() {
        post(new Signal.Expelled());
    }

    /** Ends a wait without saying anything. */
    public void wake() {
        post(new Signal.Wake());
    }

    private void post(Signal signal) {
        lock.lock();
        try {
            if (!closed) {
                signals.add(signal);
                posted.signal();
                return;
            }
        } finally {
            lock.unlock();
        }
        refuse(signal);
    }

    List<Signal> drain() {
        lock.lock();
        try {
            List<Signal> drained = signals;
            signals = new ArrayList<>();
            return drained;
        } finally {
            lock.unlock();
        }
    }

    public boolean isEmpty() {
        lock.lock();
        try {
            return signals.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /** Returns when something was posted, or after {@code longest}. */
    void await(Duration longest) throws InterruptedException {
        lock.lock();
        try {
            long nanos = longest.toNanos();
            while (signals.isEmpty() && nanos > 0) {
                nanos = posted.awaitNanos(nanos);
            }
        } finally {
            lock.unlock();
        }
    }
}
