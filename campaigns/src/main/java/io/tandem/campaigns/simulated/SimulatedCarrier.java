package io.tandem.campaigns.simulated;

import io.tandem.campaigns.model.Destination;
import io.tandem.campaigns.model.HangupCause;
import io.tandem.campaigns.ports.Dialer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * The default dialer: no phone rings. Test numbers are scripted ({@link TestNumbers}), others drawn from a seeded model
 * ({@link CallModel}). Its calls die with the process.
 *
 * <p>Thread-safe. Each call's events come in order and one at a time; each is in the journal before it is told.
 */
public final class SimulatedCarrier implements Dialer {

    private final InstantSource clock;
    private final Timer timer;
    private final Events events;
    private final Journal journal;
    private final CallModel model;
    private final Playback playback;
    private final double speed;
    private final ConcurrentMap<UUID, Call> calls = new ConcurrentHashMap<>();

    /**
     * @param clock campaign time
     * @param playback how long scripts last
     * @param speed ring and talk times are this many times shorter
     */
    public SimulatedCarrier(
            InstantSource clock,
            Timer timer,
            Events events,
            Journal journal,
            Playback playback,
            long seed,
            double speed) {
        this.clock = clock;
        this.timer = timer;
        this.events = events;
        this.journal = journal;
        this.model = new CallModel(seed);
        this.playback = playback;
        this.speed = speed;
    }

    @Override
    public void place(OutboundCall outbound) {
        Call call = new Call(outbound, scenario(outbound).atSpeed(speed));
        calls.put(outbound.attempt(), call);
        journal.placed(clock.instant(), outbound);
        call.begin();
    }

    /**
     * On a test number the far end hangs up when its digits say so, or the script ends first. On others the script, if
     * there is one that ends by itself, gives the talk time. Without a number the script is all there is.
     */
    private Scenario scenario(OutboundCall outbound) {
        Destination to = outbound.to();
        Optional<Duration> script = playback.length(outbound.script());
        if (to == null) {
            return Scenario.answered(Duration.ZERO, script.orElse(Duration.ZERO))
                    .withoutRinging();
        }
        Optional<Scenario> scripted = TestNumbers.scenario(to.text(), outbound.tryNumber());
        Scenario scenario = scripted.orElseGet(() -> model.draw(to.text(), outbound.tryNumber()));
        boolean plays = !outbound.script().actions().isEmpty() && script.isPresent();
        return plays && (scripted.isEmpty() || script.get().compareTo(scenario.talk()) < 0)
                ? scenario.withTalk(script.get())
                : scenario;
    }

    @Override
    public void hangUp(UUID attempt, HangupCause cause) {
        Call call = calls.get(attempt);
        if (call != null) {
            call.end(cause, false);
        }
    }

    /** Calls that are up. */
    public int inFlight() {
        return calls.size();
    }

    private final class Call {

        private final OutboundCall outbound;
        private final Scenario scenario;
        private @Nullable Instant answeredAt;
        private boolean ended;

        Call(OutboundCall outbound, Scenario scenario) {
            this.outbound = outbound;
            this.scenario = scenario;
        }

        void begin() {
            if (scenario.ringsAfter() != null) {
                later(scenario.ringsAfter(), this::ring);
            } else {
                settleLater();
            }
        }

        private void settleLater() {
            if (scenario.settlesAfter() != null) {
                later(scenario.settlesAfter(), this::settle);
            }
        }

        private synchronized void ring() {
            if (!ended) {
                events.on(new Event.Ringing(outbound.tenant(), outbound.attempt(), clock.instant()));
                settleLater();
            }
        }

        private synchronized void settle() {
            if (ended) {
                return;
            }
            if (scenario.answered()) {
                answeredAt = clock.instant();
                journal.answered(answeredAt, outbound.attempt());
                events.on(new Event.Answered(outbound.tenant(), outbound.attempt(), answeredAt));
                later(scenario.talk(), () -> end(scenario.cause(), false));
            } else {
                end(scenario.cause(), scenario.machine());
            }
        }

        synchronized void end(HangupCause cause, boolean machine) {
            if (ended) {
                return;
            }
            ended = true;
            calls.remove(outbound.attempt());
            Instant at = clock.instant();
            Duration talk = answeredAt == null ? Duration.ZERO : Duration.between(answeredAt, at);
            journal.ended(at, outbound.attempt(), cause, talk);
            if (!scenario.mute()) {
                events.on(new Event.Ended(outbound.tenant(), outbound.attempt(), at, cause, machine));
            }
        }

        private void later(Duration delay, Runnable task) {
            timer.after(delay, task);
        }
    }
}
