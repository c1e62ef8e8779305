package io.tandem.campaigns.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.campaigns.model.Carried;
import io.tandem.campaigns.model.KeyMenu;
import io.tandem.campaigns.model.Prompt;
import io.tandem.campaigns.model.Template;
import io.tandem.campaigns.model.Template.Voice;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.rules.TemplateText.Rendered;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TemplateTextTest {

    private static Template template(String content) {
        return new Template(
                new TenantId(new UUID(0, 1)),
                new UUID(0, 2),
                "t",
                Voice.SPEECH,
                "south-m-03",
                content,
                null,
                Carried.NONE,
                Instant.EPOCH,
                null,
                null);
    }

    private static String filled(String content, Map<String, String> values) {
        return TemplateText.render(template(content), values).template().content();
    }

    private static Prompt says(String content, boolean enabled) {
        return new Prompt(enabled, Voice.SPEECH, content, null);
    }

    @Test
    void fillsBothSpellingsOfAPlaceholder() {
        assertThat(filled("Chào {{ten}}, số [[sdt]], {{ ten }}", Map.of("ten", "Nguyễn Văn A", "sdt", "0331111111")))
                .isEqualTo("Chào Nguyễn Văn A, số 0331111111, Nguyễn Văn A");
    }

    @Test
    void namesWhatHasNoValueOnce() {
        Rendered rendered = TemplateText.render(template("{{b}} {{a}} [[b]]{{c}}"), Map.of("c", "3"));

        assertThat(rendered.missing()).containsExactly("b", "a");
        assertThat(rendered.template().content()).isEqualTo("  3");
    }

    @Test
    void speaksAValueAsItIs() {
        assertThat(filled("{{a}}", Map.of("a", "{{b}} $1 \\", "b", "never"))).isEqualTo("{{b}} $1 \\");
        assertThat(filled("{{a}}", Map.of("a", ""))).isEmpty();
    }

    @Test
    void leavesWhatIsNoPlaceholder() {
        assertThat(filled("{a} [a] {{a]] {{}} {{ a", Map.of("a", "x"))).isEqualTo("{a} [a] {{a]] {{}} {{ a");
    }

    @Test
    void fillsWhatKeysSay() {
        KeyMenu keys = new KeyMenu(
                true,
                List.of(
                        new KeyMenu.Option("1", says("Cám ơn {{ten}}", true), false, ""),
                        new KeyMenu.Option("2", says("{{off}}", false), true, "5000")),
                says("Tạm biệt {{ten}}", true),
                null,
                Duration.ofSeconds(3),
                1,
                Duration.ofSeconds(2));

        Rendered rendered = TemplateText.render(template("").withKeys(keys), Map.of("ten", "A"));

        KeyMenu filled = Objects.requireNonNull(rendered.template().keys());
        assertThat(rendered.missing()).isEmpty();
        assertThat(filled.options().get(0).prompt().content()).isEqualTo("Cám ơn A");
        assertThat(filled.options().get(1).prompt().content()).isEqualTo("{{off}}");
        assertThat(filled.exit()).isEqualTo(says("Tạm biệt A", true));
        assertThat(filled.pressTimeout()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void wantsNothingForKeysThatAreNotOffered() {
        KeyMenu keys = new KeyMenu(
                false,
                List.of(new KeyMenu.Option("1", says("{{a}}", true), false, "")),
                says("{{b}}", true),
                null,
                Duration.ZERO,
                0,
                Duration.ZERO);

        assertThat(TemplateText.names(template("{{c}}").withKeys(keys))).containsExactly("c");
    }
}
