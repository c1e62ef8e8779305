package io.tandem.campaigns.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.campaigns.model.Script;
import io.tandem.campaigns.model.Script.Action;
import io.tandem.campaigns.simulated.Playback.Step;
import io.tandem.campaigns.simulated.Playback.Then;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlaybackTest {

    private static final UUID FIRST = new UUID(0, 1);
    private static final UUID LAST = new UUID(0, 9);

    private final Playback playback = new Playback(action -> switch (action.type()) {
        case "hold" -> Step.HOLD;
        case "end" -> Step.END;
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
