package io.tandem.campaigns.simulation;

import io.tandem.campaigns.ports.Dialer.Event;
import io.tandem.campaigns.ports.Dialer.Events;
import io.tandem.campaigns.simulated.Timer;
import java.time.Duration;
import java.util.function.Consumer;

/** The way back from the carrier: events get lost, come twice, or late and so out of order. */
final class FatedEvents implements Events {

    private final Events inbox;
    private final Fate fate;
    private final Timer timer;
    private final EventHash hash;
    private final Consumer<Happening> count;

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
        if (!fate.strikes(12)) {
            inbox.on(event);
            return;
        }
        switch (fate.nextInt(3)) {
            case 0 -> count.accept(Happening.EVENT_LOST);
            case 1 -> {
                count.accept(Happening.EVENT_DOUBLED);
                inbox.on(event);
                inbox.on(event);
            }
            default -> {
                count.accept(Happening.EVENT_LATE);
                timer.after(Duration.ofMillis(1 + fate.nextInt(20_000)), () -> inbox.on(event));
            }
        }
    }
}
