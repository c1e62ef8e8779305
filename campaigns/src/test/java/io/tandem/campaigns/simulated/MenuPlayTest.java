package io.tandem.campaigns.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.campaigns.model.Carried;
import io.tandem.campaigns.model.KeyMenu;
import io.tandem.campaigns.model.KeyMenu.Option;
import io.tandem.campaigns.model.Prompt;
import io.tandem.campaigns.model.Template;
import io.tandem.campaigns.model.Template.Voice;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.simulated.Keypad.Stroke;
import io.tandem.campaigns.simulated.Played.Pressing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The content lasts 10 seconds, a key is waited for 5, and every prompt lasts 2. */
class MenuPlayTest {

    private static final String CONTENT = "one ".repeat(25);
    private static final Prompt PROMPT = speech("two seconds of plain speech");

    @Test
    void aKeyThatIsOfferedEndsTheMenu() {
        Played played = play(menu(3, "1", "2"), key(12, '2'));

        assertThat(played.entries()).containsExactly(entry(12, "2"));
        assertThat(seconds(played)).isEqualTo(12 + 2 + 2);
    }

    @Test
    void aKeyInterruptsTheContent() {
        Played played = play(menu(3, "1"), key(1, '1'), key(2, '1'));

        assertThat(played.entries()).containsExactly(entry(1, "1"));
        assertThat(seconds(played)).isEqualTo(1 + 2 + 2);
    }

    @Test
    void withoutAKeyTheContentIsRepeatedAndThenTheExitSoundPlayed() {
        Played played = play(menu(2, "1"));

        assertThat(played.entries()).isEmpty();
        assertThat(seconds(played)).isEqualTo(3 * 15 + 2);
    }

    @Test
    void aKeyIsTakenInARepetition() {
        Played played = play(menu(1, "1"), key(27, '1'));

        assertThat(played.entries()).containsExactly(entry(27, "1"));
        assertThat(seconds(played)).isEqualTo(27 + 2 + 2);
    }

    @Test
    void aKeyThatIsNotOfferedPlaysTheInvalidSoundAndTheContentAgain() {
        Played played = play(menu(1, "1"), key(3, '9'), key(8, '1'));

        assertThat(played.entries()).containsExactly(entry(3, "9"), entry(8, "1"));
        assertThat(seconds(played)).isEqualTo(8 + 2 + 2);
    }

    @Test
    void wrongKeysUseUpTheRepetitions() {
        Played played = play(menu(1, "1"), key(3, '9'), key(8, '8'), key(12, '1'));

        assertThat(played.entries()).containsExactly(entry(3, "9"), entry(8, "8"));
        assertThat(seconds(played)).isEqualTo(8 + 2 + 2);
    }

    @Test
    void anotherKeyIsWaitedForWhereALongerOptionMayBeMeant() {
        KeyMenu menu = menu(0, "1", "12");

        assertThat(play(menu, key(3, '1'), key(4, '2')).entries()).containsExactly(entry(4, "12"));
        assertThat(seconds(play(menu, key(3, '1'), key(4, '2')))).isEqualTo(4 + 2 + 2);
        assertThat(play(menu, key(3, '1')).entries()).containsExactly(entry(3, "1"));
        assertThat(seconds(play(menu, key(3, '1')))).isEqualTo(3 + 1 + 2 + 2);
        assertThat(play(menu, key(3, '1'), key(4, '3')).entries()).containsExactly(entry(4, "13"));
    }

    @Test
    void anOptionThatIsSwitchedOffIsNotOffered() {
        KeyMenu menu = new KeyMenu(
                true,
                List.of(option("1", PROMPT), option("2", new Prompt(false, Voice.SPEECH, "x", null))),
                null,
                null,
                Duration.ofSeconds(5),
                0,
                Duration.ofSeconds(1));

        Played played = play(menu, key(3, '2'));

        assertThat(played.entries()).containsExactly(entry(3, "2"));
        assertThat(seconds(played)).isEqualTo(3);
    }

    @Test
    void withoutAMenuNoKeyIsTaken() {
        KeyMenu off = new KeyMenu(
                false, List.of(option("1", PROMPT)), PROMPT, PROMPT, Duration.ofSeconds(5), 3, Duration.ZERO);

        assertThat(play(off, key(3, '1')).entries()).isEmpty();
        assertThat(seconds(play(off, key(3, '1')))).isEqualTo(10 + 2);
        assertThat(seconds(play(null, key(3, '1')))).isEqualTo(10);
    }

    @Test
    void speaksAsFastAsTheTemplateSays() {
        Template fast = template(null).withSpeed(2.0);

        assertThat(MenuPlay.of(fast, new Keypad(List.of())).length()).contains(Duration.ofSeconds(5));
        assertThat(MenuPlay.of(fast.withSpeed(0.0), new Keypad(List.of())).length())
                .contains(Duration.ofSeconds(100));
    }

    @Test
    void aFileLastsAsLongAsEveryRecording() {
        Template file = template(null).withVoice(Voice.FILE).withAudio(new UUID(0, 1));

        assertThat(MenuPlay.of(file, new Keypad(List.of())).length()).contains(Sound.RECORDING);
    }

    private static KeyMenu menu(int repeats, String... keys) {
        List<Option> options =
                List.of(keys).stream().map(key -> option(key, PROMPT)).toList();
        return new KeyMenu(true, options, PROMPT, PROMPT, Duration.ofSeconds(5), repeats, Duration.ofSeconds(1));
    }

    private static Option option(String key, Prompt prompt) {
        return new Option(key, prompt, false, "");
    }

    private static Prompt speech(String text) {
        return new Prompt(true, Voice.SPEECH, text, null);
    }

    private static Template template(@Nullable KeyMenu keys) {
        return new Template(
                TenantId.of("11111111-1111-1111-1111-111111111111"),
                new UUID(0, 2),
                "t",
                Voice.SPEECH,
                "south-m-03",
                CONTENT,
                null,
                Carried.NONE,
                Instant.EPOCH,
                null,
                null,
                null,
                keys);
    }

    private static Played play(@Nullable KeyMenu keys, Stroke... pressed) {
        return MenuPlay.of(template(keys), new Keypad(List.of(pressed)));
    }

    private static long seconds(Played played) {
        return played.length().orElseThrow().toSeconds();
    }

    private static Stroke key(int seconds, char key) {
        return new Stroke(Duration.ofSeconds(seconds), key);
    }

    private static Pressing entry(int seconds, String keys) {
        return new Pressing(Duration.ofSeconds(seconds), keys);
    }
}
