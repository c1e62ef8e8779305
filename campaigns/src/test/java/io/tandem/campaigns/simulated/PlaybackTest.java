package io.tandem.campaigns.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.campaigns.model.Script;
import io.tandem.campaigns.model.Script.Action;
import io.tandem.campaigns.simulated.Keypad.Stroke;
import io.tandem.campaigns.simulated.Playback.Enough;
import io.tandem.campaigns.simulated.Playback.Step;
import io.tandem.campaigns.simulated.Playback.Then;
import io.tandem.campaigns.simulated.Played.Pressing;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlaybackTest {

    private static final UUID FIRST = new UUID(0, 1);
    private static final UUID LAST = new UUID(0, 9);

    private final Playback playback = new Playback(action -> switch (action.type()) {
        case "hold" -> Step.HOLD;
        case "end" -> Step.END;
        case "join" -> Step.JOIN;
        case "two" -> Step.gathering(Duration.ofSeconds(10), new Enough(2, ""));
        case "hash" -> Step.gathering(Duration.ofSeconds(10), new Enough(0, "#"));
        case "branch" -> Step.branching(Map.of("12", LAST), FIRST);
        case "twice" -> new Step(Duration.ZERO, Then.JUMP, FIRST, 2);
        case "ever" -> new Step(Duration.ZERO, Then.JUMP, FIRST, Integer.MAX_VALUE);
        default -> Step.lasting(Duration.ofSeconds(Long.parseLong(action.type())));
    });

    @Test
    void addsUpWhatIsPlayed() {
        assertThat(playback.length(script(action("2"), action("3")))).contains(Duration.ofSeconds(5));
        assertThat(playback.length(Script.EMPTY)).contains(Duration.ZERO);
    }

    @Test
    void endsWhereTheScriptHangsUp() {
        assertThat(playback.length(script(action("2"), action("end"), action("3"))))
                .contains(Duration.ofSeconds(2));
    }

    @Test
    void hasNoEndWhereTheScriptHoldsTheCall() {
        assertThat(playback.length(script(action("2"), action("hold"), action("end"))))
                .isEmpty();
    }

    @Test
    void comesToItsQueueWhereItSaysSoOrRunsOutAndNotWhereItHangsUpOrHoldsTheCall() {
        assertThat(joinsAfter("2", "join", "3")).contains(Duration.ofSeconds(2));
        assertThat(joinsAfter("2", "3")).contains(Duration.ofSeconds(5));
        assertThat(joinsAfter("2", "end", "3")).isEmpty();
        assertThat(joinsAfter("2", "hold", "3")).isEmpty();
        assertThat(playback.length(script(action("2"), action("join")))).isEmpty();
    }

    private Optional<Duration> joinsAfter(String... types) {
        return play(List.of(), Arrays.stream(types).map(PlaybackTest::action).toArray(Action[]::new))
                .joinsAfter();
    }

    @Test
    void followsTheNextAction() {
        assertThat(playback.length(script(action(FIRST, LAST, "2"), action("100"), action(LAST, null, "3"))))
                .contains(Duration.ofSeconds(5));
    }

    @Test
    void jumpsAsOftenAsItIsTold() {
        assertThat(playback.length(script(action(FIRST, null, "2"), action("twice"), action("1"))))
                .contains(Duration.ofSeconds(7));
    }

    @Test
    void cutsOffWhatGoesRoundInCircles() {
        assertThat(playback.length(script(action(FIRST, null, "0"), action("ever"))))
                .contains(Duration.ZERO);
        assertThat(playback.length(script(action(FIRST, FIRST, "3600")))).isEmpty();
    }

    @Test
    void gathersSoManyKeysAndNoMore() {
        Played played = play(List.of(key(3, '1'), key(4, '2'), key(5, '3')), action("2"), action("two"), action("1"));

        assertThat(played.entries()).containsExactly(new Pressing(Duration.ofSeconds(4), "12"));
        assertThat(played.length()).contains(Duration.ofSeconds(5));
    }

    @Test
    void gathersUntilAKeySaysThatItIsEnough() {
        Played played = play(List.of(key(1, '7'), key(2, '*'), key(4, '#'), key(5, '8')), action("hash"));

        assertThat(played.entries()).containsExactly(new Pressing(Duration.ofSeconds(2), "7*"));
        assertThat(played.length()).contains(Duration.ofSeconds(4));
    }

    @Test
    void gathersUntilItsTimeIsOver() {
        Played pressed = play(List.of(key(3, '1'), key(11, '2')), action("two"));
        Played silent = play(List.of(), action("two"), action("1"));

        assertThat(pressed.entries()).containsExactly(new Pressing(Duration.ofSeconds(3), "1"));
        assertThat(pressed.length()).contains(Duration.ofSeconds(10));
        assertThat(silent.entries()).isEmpty();
        assertThat(silent.length()).contains(Duration.ofSeconds(11));
    }

    @Test
    void takesWhatWasPressedBeforeItWasAsked() {
        Played played = play(List.of(key(1, '1'), key(2, '2')), action("5"), action("two"));

        assertThat(played.entries()).containsExactly(new Pressing(Duration.ofSeconds(5), "12"));
        assertThat(played.length()).contains(Duration.ofSeconds(5));
    }

    @Test
    void goesWhereTheKeysLead() {
        Action[] script = {
            action("two"), action("branch"), action(FIRST, null, "100"), action("end"), action(LAST, null, "1")
        };

        assertThat(play(List.of(key(1, '1'), key(2, '2')), script).length()).contains(Duration.ofSeconds(3));
        assertThat(play(List.of(key(1, '3'), key(2, '2')), script).length()).contains(Duration.ofSeconds(102));
        assertThat(play(List.of(), script).length()).contains(Duration.ofSeconds(110));
    }

    private Played play(List<Stroke> keys, Action... actions) {
        return playback.play(script(actions), new Keypad(keys));
    }

    private static Stroke key(int seconds, char key) {
        return new Stroke(Duration.ofSeconds(seconds), key);
    }

    private static Script script(Action... actions) {
        return Script.EMPTY.withActions(List.of(actions));
    }

    private static Action action(String type) {
        return action(null, null, type);
    }

    private static Action action(@Nullable UUID id, @Nullable UUID next, String type) {
        return new Action(id, next, type, null);
    }
}
