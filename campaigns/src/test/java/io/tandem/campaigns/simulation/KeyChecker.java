package io.tandem.campaigns.simulation;

import io.tandem.campaigns.model.CallAttempt;
import io.tandem.campaigns.model.KeyPress;
import io.tandem.campaigns.ports.Dialer.Event;
import io.tandem.campaigns.ports.Dialer.Events;
import io.tandem.campaigns.simulated.Timer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * Presses keys in calls that are answered, and holds records to it (promise 7): a record has keys of its own call only,
 * each once and in the order in which they were pressed. Where nothing goes wrong it has all of them, and has them while
 * the call is up.
 */
final class KeyChecker {

    private static final List<String> KEYS = List.of("9", "12", "#");
    private static final Duration EVERY = Duration.ofMillis(700);

    private final MemoryStore store;
    private final CarrierView carrier;
    private final Verdict verdict;
    private final InstantSource clock;
    private final Map<UUID, List<KeyPress>> told = new HashMap<>();
    private final Set<UUID> over = new HashSet<>();
    private final Set<UUID> orphaned = new HashSet<>();

    KeyChecker(MemoryStore store, CarrierView carrier, Verdict verdict, InstantSource clock) {
        this.store = store;
        this.carrier = carrier;
        this.verdict = verdict;
        this.clock = clock;
    }

    /** Stands between a carrier and the way that its events take. */
    Events pressingOn(Timer timer, Events way) {
        return event -> {
            if (event instanceof Event.Ended) {
                over.add(event.attempt());
            }
            way.on(event);
            if (event instanceof Event.Answered && Math.floorMod(event.attempt().hashCode(), 3) > 0) {
                for (int i = 0; i < KEYS.size(); i++) {
                    int number = i + 1;
                    timer.after(EVERY.multipliedBy(number), () -> press(event, number, way));
                }
            }
        };
    }

    private void press(Event answered, int number, Events way) {
        UUID call = answered.attempt();
        if (!over.contains(call)) {
            KeyPress press = new KeyPress(KEYS.get(number - 1), clock.instant());
            told.computeIfAbsent(call, id -> new ArrayList<>()).add(press);
            way.on(new Event.Pressed(answered.tenant(), call, number, press));
        }
    }

    /** What it was told and had not written is lost with it. */
    void died(int process) {
        carrier.up().stream().filter(call -> call.process == process).forEach(call -> orphaned.add(call.id));
    }

    void atRest(boolean calm) {
        if (calm) {
            carrier.up().forEach(call -> all(Objects.requireNonNull(store.attempts.get(call.id))));
        }
    }

    void atEnd(boolean calm) {
        for (CallAttempt attempt : store.attempts.values()) {
            if (calm && !orphaned.contains(attempt.id())) {
                all(attempt);
            } else {
                some(attempt);
            }
        }
    }

    private List<KeyPress> told(CallAttempt attempt) {
        return told.getOrDefault(attempt.id(), List.of());
    }

    private void all(CallAttempt attempt) {
        if (!attempt.pressed().equals(told(attempt))) {
            broken(attempt);
        }
    }

    private void some(CallAttempt attempt) {
        int next = 0;
        for (KeyPress press : attempt.pressed()) {
            List<KeyPress> left = told(attempt).subList(next, told(attempt).size());
            if (!left.contains(press)) {
                broken(attempt);
                return;
            }
            next += left.indexOf(press) + 1;
        }
    }

    private void broken(CallAttempt attempt) {
        verdict.broken(
                7,
                "call " + attempt.id() + " has keys " + attempt.pressed() + " where " + told(attempt)
                        + " were pressed");
    }
}
