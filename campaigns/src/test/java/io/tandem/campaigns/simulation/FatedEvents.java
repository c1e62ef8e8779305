package io.tandem.campaigns.simulation;

import io.tandem.campaigns.ports.Dialer.Event;
import io.tandem.campaigns.ports.Dialer.Events;
import io.tandem.campaigns.simulated.Timer;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** The way back from the carrier: events get lost, come twice, or late and so out of order. */
final class FatedEvents implements Events {

    private final Events inbox;
    private final Fate fate;
    private final Timer timer;
    private final EventHash hash;
    private final Consumer<Happening> count;
    /** Calls of whose answer nobody was told yet. */
    private final Set<UUID> unknownAnswers = new HashSet<>();

    FatedEvents(Events inbox, Fate fate, Timer timer, EventHash hash, Consumer<Happening> count) {
        this.inbox = inbox;
        this.fate = fate;
        this.timer = timer;
        this.hash = hash;
        this.count = count;
    }

    @Override
    public void on(Event event) {
        hash.add(event.toString());
        if (event instanceof Event.Answered) {
            unknownAnswers.add(event.attempt());
        }
        boolean join = event instanceof Event.Joined;
        if (!fate.strikes(join ? 3 : 12)) {
            tell(event);
            return;
        }
        switch (fate.nextInt(3)) {
            case 0 -> count.accept(join ? Happening.JOIN_LOST : Happening.EVENT_LOST);
            case 1 -> {
                count.accept(join ? Happening.JOIN_DOUBLED : Happening.EVENT_DOUBLED);
                tell(event);
                tell(event);
            }
            default -> {
                count.accept(join ? Happening.JOIN_LATE : Happening.EVENT_LATE);
                timer.after(Duration.ofMillis(1 + fate.nextInt(20_000)), () -> tell(event));
            }
        }
    }

    private void tell(Event event) {
        if (event instanceof Event.Answered) {
            unknownAnswers.remove(event.attempt());
        } else if (event instanceof Event.Joined && unknownAnswers.contains(event.attempt())) {
            count.accept(Happening.JOIN_BEFORE_ANSWER);
        }
        inbox.on(event);
    }
}
