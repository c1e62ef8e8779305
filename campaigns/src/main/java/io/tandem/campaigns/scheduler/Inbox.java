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

/**
 * What the scheduler is told between its turns: call events, changed tenants, forbidding writes. Anyone may post; one
 * thread, the scheduler's, drains it. Posting never blocks for longer than another post.
 */
public final class Inbox implements Dialer.Events {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition posted = lock.newCondition();
    private List<Signal> signals = new ArrayList<>();

    sealed interface Signal {

        record Call(Dialer.Event event) implements Signal {}

        record Own(TenantId tenant) implements Signal {}

        record Changed(TenantId tenant) implements Signal {}

        record Forbade(TenantId tenant, CompletableFuture<Void> acknowledged) implements Signal {}

        record Wake() implements Signal {}
    }

    @Override
    public void on(Dialer.Event event) {
        post(new Signal.Call(event));
    }

    /** The tenant is this scheduler's from now on. */
    public void own(TenantId tenant) {
        post(new Signal.Own(tenant));
    }

    public void changed(TenantId tenant) {
        post(new Signal.Changed(tenant));
    }

    /** Completes when the scheduler has re-read the tenant and can place nothing that it decided before. */
    public CompletionStage<Void> forbade(TenantId tenant) {
        CompletableFuture<Void> acknowledged = new CompletableFuture<>();
        post(new Signal.Forbade(tenant, acknowledged));
        return acknowledged;
    }

    /** Ends a wait without saying anything. */
    public void wake() {
        post(new Signal.Wake());
    }

    private void post(Signal signal) {
        lock.lock();
        try {
            signals.add(signal);
            posted.signal();
        } finally {
            lock.unlock();
        }
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
