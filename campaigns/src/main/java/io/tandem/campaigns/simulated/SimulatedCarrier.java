package io.tandem.campaigns.simulated;

import io.tandem.campaigns.model.Destination;
import io.tandem.campaigns.model.HangupCause;
import io.tandem.campaigns.model.KeyPress;
import io.tandem.campaigns.model.Template;
import io.tandem.campaigns.ports.Dialer;
import io.tandem.campaigns.simulated.Played.Pressing;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
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
        Scenario scenario = scenario(outbound);
        Played played = play(outbound, scenario);
        Call call = new Call(outbound, asPlayed(outbound, scenario, played).atSpeed(speed), played);
        calls.put(outbound.attempt(), call);
        journal.placed(clock.instant(), outbound);
        call.begin();
    }

    private Scenario scenario(OutboundCall outbound) {
        Destination to = outbound.to();
        return to == null
                ? Scenario.answered(Duration.ZERO, Duration.ZERO).withoutRinging()
                : TestNumbers.scenario(to.text(), outbound.tryNumber())
                        .orElseGet(() -> model.draw(to.text(), outbound.tryNumber()));
    }

    /** A template is played to whom presses keys; nobody else's call ends with it. */
    private Played play(OutboundCall outbound, Scenario scenario) {
        Keypad keypad = new Keypad(scenario.keys());
        Template template = outbound.template();
        return template == null || scenario.keys().isEmpty()
                ? playback.play(outbound.script(), keypad)
                : MenuPlay.of(template, keypad);
    }

    /**
     * On a test number the far end hangs up when its digits say so, or the script ends first. On others the script, if
     * there is one that ends by itself, gives the talk time; if an agent comes after it, people hear it out and talk then.
     * Without a number the script is all there is.
     */
    private static Scenario asPlayed(OutboundCall outbound, Scenario scenario, Played played) {
        Destination to = outbound.to();
        boolean plays = !outbound.script().actions().isEmpty()
                || (outbound.template() != null && !scenario.keys().isEmpty());
        Optional<Duration> length = played.length();
        if (to == null) {
            return scenario.withTalk(length.orElse(Duration.ZERO));
        }
        boolean scripted = TestNumbers.scenario(to.text(), outbound.tryNumber()).isPresent();
        Optional<Duration> joinsAfter = joinsAfter(outbound, played);
        if (joinsAfter.isPresent()) {
            return scripted ? scenario : scenario.withTalk(joinsAfter.get().plus(scenario.talk()));
        }
        return plays && length.isPresent() && (!scripted || length.get().compareTo(scenario.talk()) < 0)
                ? scenario.withTalk(length.get())
                : scenario;
    }

    private static Optional<Duration> joinsAfter(OutboundCall outbound, Played played) {
        return outbound.joins() ? played.joinsAfter() : Optional.empty();
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
        private final List<Pressing> entries;
        private final Optional<Duration> joinsAfter;
        private int told;
        private @Nullable Instant answeredAt;
        private boolean ended;

        /** @param played what will come of the script, at ordinary speed */
        Call(OutboundCall outbound, Scenario scenario, Played played) {
            this.outbound = outbound;
            this.scenario = scenario;
            this.entries = played.entries();
            this.joinsAfter = joinsAfter(outbound, played);
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
                pressLater();
                joinsAfter.ifPresent(after -> later(Scenario.scale(after, speed), this::join));
                later(scenario.talk(), () -> end(scenario.cause(), false));
            } else {
                end(scenario.cause(), scenario.machine());
            }
        }

        private synchronized void join() {
            if (!ended) {
                Instant at = clock.instant();
                pressAllUntil(at);
                events.on(new Event.Joined(
                        outbound.tenant(), outbound.attempt(), Objects.requireNonNull(answeredAt), at));
            }
        }

        private void pressLater() {
            for (int count = 1; count <= entries.size(); count++) {
                int until = count;
                later(Scenario.scale(entries.get(count - 1).at(), speed), () -> press(until));
            }
        }

        /** Tells what was pressed, up to so many, unless the call has ended. */
        private synchronized void press(int until) {
            while (!ended && told < until) {
                Pressing entry = entries.get(told);
                told++;
                events.on(new Event.Pressed(
                        outbound.tenant(), outbound.attempt(), told, new KeyPress(entry.keys(), pressedAt(entry))));
            }
        }

        private Instant pressedAt(Pressing entry) {
            return Objects.requireNonNull(answeredAt).plus(Scenario.scale(entry.at(), speed));
        }

        /** What was pressed by now is told before the end is, even if the time for it has not come round. */
        private void pressAllUntil(Instant now) {
            if (answeredAt != null) {
                press((int) entries.stream()
                        .takeWhile(entry -> !pressedAt(entry).isAfter(now))
                        .count());
            }
        }

        synchronized void end(HangupCause cause, boolean machine) {
            if (ended) {
                return;
            }
            Instant at = clock.instant();
            pressAllUntil(at);
            ended = true;
            calls.remove(outbound.attempt());
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
