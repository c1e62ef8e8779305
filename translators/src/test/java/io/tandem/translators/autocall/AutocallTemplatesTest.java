package io.tandem.translators.autocall;

import static io.tandem.translators.autocall.Samples.NOW;
import static io.tandem.translators.autocall.Samples.TENANT;
import static io.tandem.translators.autocall.Samples.faults;
import static io.tandem.translators.autocall.Samples.object;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tandem.campaigns.model.KeyMenu;
import io.tandem.campaigns.model.Template;
import io.tandem.campaigns.model.Template.Voice;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class AutocallTemplatesTest {

    private static final AutocallTemplates TEMPLATES = new AutocallTemplates(Samples.ids());
    private static final String OPTION = "{\"press_num\":\"1\",\"toggled\":true,\"voice_type\":\"tts\",\"enable\":true,"
            + "\"content\":\"one\",\"type\":\"tts\",\"extension\":\"5000\"}";

    private static Template made(String members) {
        return TEMPLATES.create(object("{\"template_name\":\"t\"" + members + "}"), TENANT, NOW);
    }

    private static Template changed(Template template, String members) {
        return TEMPLATES.merge(object("{\"template_name\":\"t\"" + members + "}"), template, TENANT);
    }

    private static ObjectNode shown(Template template) {
        return Samples.MAPPER.valueToTree(TEMPLATES.show(template));
    }

    private static KeyMenu keys(Template template) {
        return Objects.requireNonNull(template.keys());
    }

    @Test
    void readsWhatKeysDo() {
        Template template = made(",\"enable_option\":true,\"press_options\":[" + OPTION
                + "],\"press_timeout\":3,\"max_timeout\":1,\"inter_digit_timeout\":2");

        KeyMenu keys = keys(template);
        assertThat(keys.enabled()).isTrue();
        assertThat(keys.pressTimeout()).isEqualTo(Duration.ofSeconds(3));
        assertThat(keys.betweenKeys()).isEqualTo(Duration.ofSeconds(2));
        assertThat(keys.repeats()).isEqualTo(1);
        KeyMenu.Option option = keys.options().get(0);
        assertThat(option.key()).isEqualTo("1");
        assertThat(option.toggled()).isTrue();
        assertThat(option.extension()).isEqualTo("5000");
        assertThat(option.prompt().voice()).isEqualTo(Voice.SPEECH);
    }

    @Test
    void anEchoIsNoWrite() {
        Template template = made(",\"enable_option\":true,\"press_options\":[" + OPTION
                + "],\"exit_sound\":{\"enable\":false,\"content\":\"bye\",\"voice_type\":\"tts\"},\"speed_tts\":1,"
                + "\"colour\":\"red\"");

        assertThat(TEMPLATES.merge(shown(template), template, TENANT)).isEqualTo(template);
        assertThat(shown(template).get("colour").asText()).isEqualTo("red");
        assertThat(Samples.MAPPER
                        .<ObjectNode>valueToTree(TEMPLATES.showInList(template))
                        .has("colour"))
                .isFalse();
    }

    @Test
    void keepsWhatTheReadShapeDoesNotSayOfAKey() {
        Template template = made(",\"press_options\":[" + OPTION + "]");

        Template after = changed(template, ",\"press_options\":[{\"1\":{\"content\":\"uno\",\"voice_type\":\"tts\"}}]");

        KeyMenu.Option option = keys(after).options().get(0);
        assertThat(option.prompt().content()).isEqualTo("uno");
        assertThat(option.prompt().enabled()).isTrue();
        assertThat(option.extension()).isEqualTo("5000");
        assertThat(option.toggled()).isTrue();
    }

    @Test
    void writesNothingOfKeysThatNobodySpokeOf() {
        assertThat(made("").keys()).isNull();
        assertThat(shown(made("")).get("press_options")).isEmpty();
        assertThat(shown(made("")).get("exit_sound")).isEmpty();
        assertThat(shown(made("")).get("speed_tts").decimalValue()).isEqualByComparingTo("1");
    }

    @Test
    void namesEveryFault() {
        assertThat(faults(() -> made(",\"press_options\":{},\"max_timeout\":-1,\"speed_tts\":\"1\",\"content\":1")))
                .containsExactly(
                        "press_options: Invalid type. Expected: array, given: object",
                        "max_timeout: Must be greater than or equal to 0",
                        "speed_tts: Invalid type. Expected: number, given: string",
                        "content: Invalid type. Expected: string, given: integer");
        assertThat(faults(() -> made(",\"press_options\":[{\"press_num\":\"a\"},{\"1\":{\"voice_type\":\"x\"}}]")))
                .containsExactly(
                        "press_options.0.press_num: Does not match pattern '^[0-9*#]{1,16}$'",
                        "press_options.1.voice_type: press_options.1.voice_type must be one of the following:"
                                + " \"tts\", \"audio_file\"");
    }
}
