package io.tandem.campaigns.simulation;

import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.StoreUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Requests that wrote what may forbid calls, until their answers leave. They wait as the gateway's do: for the scheduler
 * of their own replica if it is the owner, else for word that the owner has taken the write in.
 */
final class Requests {

    /** In which a dead owner is replaced, and a little. */
    private static final Duration PATIENCE = Registry.LEASE.multipliedBy(2).plusSeconds(5);

    private static final Duration BETWEEN_LOOKS = Registry.BEAT;
    private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(100);

    private static final class Request {
        final TenantId tenant;
        final Replica by;
        final Instant since;
        final Runnable answered;
        final Runnable unanswered;
        /** Negative as long as it does not wait for another replica. */
        long epoch = -1;

        Request(TenantId tenant, Replica by, Instant since, Runnable answered, Runnable unanswered) {
            this.tenant = tenant;
            this.by = by;
            this.since = since;
            this.answered = answered;
            this.unanswered = unanswered;
        }
    }

    private final VirtualClock clock;
    private final Fleet fleet;
    private final List<Request> open = new ArrayList<>();

    Requests(VirtualClock clock, Fleet fleet) {
        this.clock = clock;
        this.fleet = fleet;
    }

    /** Runs one of the two in the end, unless the only process there is dies. */
    void ask(TenantId tenant, Replica by, Runnable answered, Runnable unanswered) {
        Request request = new Request(tenant, by, clock.instant(), answered, unanswered);
        open.add(request);
        if (!by.isShared()) {
            askAlone(request);
        } else {
            askOwnReplica(request, () -> by.errand(() -> askOwner(request)));
        }
    }

    /** Goes on if that is not the owner. */
    private void askOwnReplica(Request request, Runnable otherwise) {
        if (!request.by.scheduler().owns(request.tenant)) {
            otherwise.run();
            return;
        }
        request.by.inbox.forbade(request.tenant).thenAccept(takenIn -> {
            if (takenIn) {
                answer(request);
            } else {
                otherwise.run();
            }
        });
    }

    private void askAlone(Request request) {
        request.by.inbox.forbade(request.tenant).thenAccept(takenIn -> {
            if (takenIn) {
                answer(request);
            } else {
                clock.timerOf(request.by.inbox).after(BETWEEN_QUESTIONS, () -> askAlone(request));
            }
        });
    }

    private void answer(Request request) {
        if (!request.by.isDead() && open.remove(request)) {
            request.answered.run();
        }
    }

    private void askOwner(Request request) {
        try {
            request.epoch = request.by.others().epoch(request.tenant);
        } catch (StoreUnavailable away) {
            giveUp(request);
            return;
        }
        lookAndWait(request);
    }

    private void lookAndWait(Request request) {
        look(request);
        if (!open.contains(request)) {
            return;
        }
        if (clock.instant().isAfter(request.since.plus(PATIENCE))) {
            fleet.notAnswered(request.tenant, request.since);
            giveUp(request);
        } else {
            clock.timerOf(request.by.inbox)
                    .after(
                            BETWEEN_LOOKS,
                            () -> request.by.errand(() -> lookAndWait(request)));
        }
    }

    private void look(Request request) {
        try {
            if (open.contains(request) && request.by.others().isTakenIn(request.tenant, request.epoch)) {
                answer(request);
            }
        } catch (StoreUnavailable away) {
            giveUp(request);
        }
    }

    /** The client is told that the gateway is away, and writes again. */
    private void giveUp(Request request) {
        if (open.remove(request)) {
            request.unanswered.run();
        }
    }

    /** There is word that the tenant's owner may have taken in what was written. */
    void takenIn(Replica by, TenantId tenant) {
        for (Request request : List.copyOf(open)) {
            if (request.by == by && request.tenant.equals(tenant) && request.epoch >= 0) {
                by.errand(() -> look(request));
            }
        }
    }

    /** Nobody answers its requests any more; where there are other replicas, clients turn to them. */
    void died(Replica by) {
        for (Request request : List.copyOf(open)) {
            if (request.by == by) {
                open.remove(request);
                if (by.isShared()) {
                    fleet.count(Happening.WRITER_DIED);
                    request.unanswered.run();
                }
            }
        }
    }
}
