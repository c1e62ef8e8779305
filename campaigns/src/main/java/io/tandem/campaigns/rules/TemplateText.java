package io.tandem.campaigns.rules;

import io.tandem.campaigns.model.KeyMenu;
import io.tandem.campaigns.model.Prompt;
import io.tandem.campaigns.model.Template;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Fills the placeholders of a template's texts from a target's values. Both spellings of the documents count,
 * {@code {{name}}} and {@code [[name]]}; blanks around a name do not. (autocall-v3.md, 1.6)
 */
public final class TemplateText {

    private static final Pattern PLACEHOLDER =
            Pattern.compile("\\{\\{([^{}\\[\\]]{1,255})}}|\\[\\[([^{}\\[\\]]{1,255})]]");

    private TemplateText() {}

    /**
     * A template for one call.
     *
     * @param template with its texts filled; what had no value is left out
     * @param missing names that had no value, in the order in which they are heard
     */
    public record Rendered(Template template, Set<String> missing) {}

    /** The names that the texts heard in a call refer to, in the order of the texts. */
    public static Set<String> names(Template template) {
        return render(template, Map.of()).missing;
    }

    /** Fills every text that is heard: the content and, if keys are offered, what belongs to them. */
    public static Rendered render(Template template, Map<String, String> values) {
        Set<String> missing = new LinkedHashSet<>();
        UnaryOperator<String> fill = text -> fill(text, values, missing);
        Template filled = template.withContent(fill.apply(template.content()));
        KeyMenu keys = template.keys();
        return new Rendered(keys == null ? filled : filled.withKeys(menu(keys, fill)), missing);
    }

    private static KeyMenu menu(KeyMenu keys, UnaryOperator<String> fill) {
        if (!keys.enabled()) {
            return keys;
        }
        return new KeyMenu(
                true,
                keys.options().stream()
                        .map(option -> option.withPrompt(heard(option.prompt(), fill)))
                        .toList(),
                orNull(keys.exit(), fill),
                orNull(keys.invalid(), fill),
                keys.pressTimeout(),
                keys.repeats(),
                keys.betweenKeys());
    }

    private static @Nullable Prompt orNull(@Nullable Prompt prompt, UnaryOperator<String> fill) {
        return prompt == null ? null : heard(prompt, fill);
    }

    private static Prompt heard(Prompt prompt, UnaryOperator<String> fill) {
        return prompt.enabled() ? prompt.withContent(fill.apply(prompt.content())) : prompt;
    }

    /** One pass: a value that looks like a placeholder is spoken as it is. */
    private static String fill(String text, Map<String, String> values, Set<String> missing) {
        return PLACEHOLDER.matcher(text).replaceAll(found -> {
            String name = nameOf(found);
            String value = values.get(name);
            if (value == null) {
                missing.add(name);
                return "";
            }
            return Matcher.quoteReplacement(value);
        });
    }

    private static String nameOf(MatchResult found) {
        String curly = found.group(1);
        return (curly == null ? found.group(2) : curly).strip();
    }
}
