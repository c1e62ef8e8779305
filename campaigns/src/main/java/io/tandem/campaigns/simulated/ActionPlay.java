package io.tandem.campaigns.simulated;

import static io.tandem.campaigns.simulated.MenuPlay.later;

import io.tandem.campaigns.model.Script.Action;
import io.tandem.campaigns.simulated.Keypad.Stroke;
import io.tandem.campaigns.simulated.Playback.Enough;
import io.tandem.campaigns.simulated.Playback.Step;
import io.tandem.campaigns.simulated.Playback.Then;
import io.tandem.campaigns.simulated.Played.Ending;
import io.tandem.campaigns.simulated.Played.Pressing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** One playing of a list of actions. */
final class ActionPlay {

    /** A script that goes round in circles is cut off here. */
    private static final int MOST_STEPS = 1_000;

    private static final int MOST_KEYS = 128;
    private static final Duration LONGEST = Duration.ofDays(1);

    private final Playback playback;
    private final List<Action> actions;
    private final Keypad keypad;
    private final List<Pressing> entries = new ArrayList<>();
    private final int[] jumps;
    private String gathered = "";
    private Duration now = Duration.ZERO;

    ActionPlay(Playback playback, List<Action> actions, Keypad keypad) {
        this.playback = playback;
        this.actions = actions;
        this.keypad = keypad;
        this.jumps = new int[actions.size()];
    }

    Played run() {
        int at = 0;
        for (int played = 0; at < actions.size() && played < MOST_STEPS; played++) {
            Step step = playback.steps().apply(actions.get(at));
            if (step.then() == Then.GATHER) {
                gather(now.plus(step.lasts()), step.keys());
            } else {
                now = now.plus(step.lasts());
            }
            if (now.compareTo(LONGEST) > 0 || step.then() == Then.HOLD) {
                return new Played(Ending.HOLDS, now, entries);
            }
            if (step.then() == Then.JOIN) {
                return new Played(Ending.JOINS, now, entries);
            }
            if (step.then() == Then.END) {
                return new Played(Ending.HANGS_UP, now, entries);
            }
            at = next(at, step);
        }
        return new Played(Ending.RUNS_OUT, now, entries);
    }

    private int next(int at, Step step) {
        UUID target = step.target();
        if (step.then() == Then.JUMP && target != null && jumps[at] < step.times()) {
            jumps[at]++;
            return indexOf(target, at + 1);
        }
        if (step.then() == Then.BRANCH) {
            target = step.targets().getOrDefault(gathered, target);
            if (target != null) {
                return indexOf(target, at + 1);
            }
        }
        UUID next = actions.get(at).next();
        return next == null ? at + 1 : indexOf(next, at + 1);
    }

    private int indexOf(UUID id, int otherwise) {
        for (int i = 0; i < actions.size(); i++) {
            if (id.equals(actions.get(i).id())) {
                return i;
            }
        }
        return otherwise;
    }

    private void gather(Duration until, Enough enough) {
        StringBuilder typed = new StringBuilder();
        int most = enough.after() <= 0 ? MOST_KEYS : Math.min(enough.after(), MOST_KEYS);
        Duration last = now;
        while (typed.length() < most) {
            Stroke key = keypad.next(until);
            now = key == null ? until : later(now, key.after());
            if (key == null || enough.enders().indexOf(key.key()) >= 0) {
                break;
            }
            last = now;
            typed.append(key.key());
        }
        gathered = typed.toString();
        if (!typed.isEmpty()) {
            entries.add(new Pressing(last, gathered));
        }
    }
}
