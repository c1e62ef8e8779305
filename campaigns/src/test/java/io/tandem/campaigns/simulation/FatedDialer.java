package io.tandem.campaigns.simulation;

import io.tandem.campaigns.model.HangupCause;
import io.tandem.campaigns.ports.Dialer;
import io.tandem.campaigns.simulated.Timer;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * The way to the carrier, with faults. Where a replica is alone no time passes before a call is placed: that is the last
 * look's own gap. Where others share the database, a freeze in this gap is what may cost one call, and is accounted for.
 */
final class FatedDialer implements Dialer {

    /** As late as the carrier may end a call that it is told to end; less than the scheduler's grace. */
    static final Duration LATEST_HANG_UP = Duration.ofSeconds(4);

    private final Dialer carrier;
    private final Fate fate;
    private final Timer timer;
    private final Consumer<Happening> count;
    private final Witness witness;

    /** Is told what the scheduler does to calls. */
    interface Witness {

        /** The call was looked at for the last time; it will be placed, maybe later than that look allowed. */
        void looked(OutboundCall call);

        /** A freeze came between that look and the call. */
        void frozen(OutboundCall call);

        void hungUp(UUID attempt);
    }

    FatedDialer(Dialer carrier, Fate fate, Timer timer, Consumer<Happening> count, Witness witness) {
        this.carrier = carrier;
        this.fate = fate;
        this.timer = timer;
        this.count = count;
        this.witness = witness;
    }

    @Override
    public void place(OutboundCall call) {
        fate.mustLive();
        if (fate.strikes(300)) {
            fate.crash(Happening.CRASH_BEFORE_PLACING);
        }
        if (fate.strikes(60)) {
            count.accept(Happening.CARRIER_REFUSED);
            throw new IllegalStateException("simulated: the carrier refuses the call");
        }
        witness.looked(call);
        if (fate.gapStrikes()) {
            fate.freeze(Happening.FROZEN_AFTER_LAST_LOOK);
            witness.frozen(call);
        }
        carrier.place(call);
        if (fate.strikes(300)) {
            fate.crash(Happening.CRASH_AFTER_PLACING);
        }
        if (fate.strikes(60)) {
            fate.pass(Happening.CARRIER_SLOW, 3_000);
        }
        fate.betweenSteps();
        fate.beforeNextLook();
    }

    @Override
    public void hangUp(UUID attempt, HangupCause cause) {
        fate.mustLive();
        witness.hungUp(attempt);
        if (fate.strikes(4)) {
            count.accept(Happening.HANG_UP_LATE);
            int millis = 1 + fate.nextInt((int) LATEST_HANG_UP.toMillis());
            timer.after(Duration.ofMillis(millis), () -> carrier.hangUp(attempt, cause));
        } else {
            carrier.hangUp(attempt, cause);
        }
    }
}
