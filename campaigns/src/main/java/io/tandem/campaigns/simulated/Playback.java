package io.tandem.campaigns.simulated;

import io.tandem.campaigns.model.Script;
import io.tandem.campaigns.model.Script.Action;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Plays scripts of actions. What a type of action means is the dialect's to say.
 *
 * @param steps what becomes of each action
 */
public record Playback(Function<Action, Step> steps) {

    /** Actions that take no time. */
    public static final Playback INSTANT = new Playback(action -> Step.lasting(Duration.ZERO));

    /** What comes after a step. */
    public enum Then {
        /** The next action. */
        GO_ON,
        /** Nothing: the script holds the call until somebody hangs up. */
        HOLD,
        /** The call waits for an agent, if its campaign has a queue; else it is held. */
        JOIN,
        /** The script hangs up. */
        END,
        /** The action that the step names, so many times; then the next one. */
        JUMP,
        /** The next action, as soon as keys were pressed or the step's time is over. */
        GATHER,
        /** The action that the step names for the keys that were gathered last. */
        BRANCH
    }

    /**
     * One action as it is played.
     *
     * @param lasts how long it takes, at most if keys are gathered
     * @param target where a JUMP goes, and a BRANCH for keys that it has no target for; null for the next action
     * @param times how often a JUMP is taken
     * @param keys when a GATHER has enough
     * @param targets where a BRANCH goes, by the keys that were gathered
     */
    public record Step(
            Duration lasts, Then then, @Nullable UUID target, int times, Enough keys, Map<String, UUID> targets) {

        public static final Step HOLD = new Step(Duration.ZERO, Then.HOLD, null, 0);
        public static final Step JOIN = new Step(Duration.ZERO, Then.JOIN, null, 0);
        public static final Step END = new Step(Duration.ZERO, Then.END, null, 0);

        public Step {
            targets = Map.copyOf(targets);
        }

        public Step(Duration lasts, Then then, @Nullable UUID target, int times) {
            this(lasts, then, target, times, Enough.NEVER, Map.of());
        }

        public static Step lasting(Duration lasts) {
            return new Step(lasts, Then.GO_ON, null, 0);
        }

        public static Step gathering(Duration longest, Enough keys) {
            return new Step(longest, Then.GATHER, null, 0, keys, Map.of());
        }

        public static Step branching(Map<String, UUID> targets, @Nullable UUID otherwise) {
            return new Step(Duration.ZERO, Then.BRANCH, otherwise, 0, Enough.NEVER, targets);
        }
    }

    /**
     * When no more keys are waited for.
     *
     * @param after so many, 0 for any number
     * @param enders keys that say so, and do not belong to what was gathered
     */
    public record Enough(int after, String enders) {

        static final Enough NEVER = new Enough(0, "");
    }

    /** How long the script's actions take if nobody presses a key; empty if they never end by themselves. */
    public Optional<Duration> length(Script script) {
        return play(script, new Keypad(List.of())).length();
    }

    Played play(Script script, Keypad keypad) {
        return new ActionPlay(this, script.actions(), keypad).run();
    }
}
