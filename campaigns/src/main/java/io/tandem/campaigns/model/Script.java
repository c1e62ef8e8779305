package io.tandem.campaigns.model;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an answered call hears: a template, or a list of actions, or (neither) the tenant's default.
 *
 * @param content what kind of content the campaign was declared to play; says nothing about where it is
 * @param template a {@link Template}, null if none; then {@code actions} decide
 */
public record Script(Content content, @Nullable UUID template, List<Action> actions) {

    public static final Script EMPTY = new Script(Content.UNDECLARED, null, List.of());

    public Script {
        actions = List.copyOf(actions);
        if (template != null && !actions.isEmpty()) {
            throw new IllegalArgumentException("a script is a template or actions, not both");
        }
    }

    public Script withContent(Content declared) {
        return new Script(declared, template, actions);
    }

    /** The same content played from a template (null: from nothing); actions are given up. */
    public Script withTemplate(@Nullable UUID id) {
        return new Script(content, id, List.of());
    }

    /** The same content played by actions; the template is given up. */
    public Script withActions(List<Action> list) {
        return new Script(content, null, list);
    }

    /** What a campaign says it plays. (autocall-v3.md, 2.9) */
    public enum Content {
        UNDECLARED,
        SPEECH,
        AUDIO,
        ONE_TIME_CODE
    }

    /**
     * One step of a script.
     *
     * @param id the client's id of the step, null if it gave none
     * @param next the step that follows, null for the next in the list
     * @param type the step's kind
     * @param option the step's settings as JSON text, null if none
     */
    public record Action(
            @Nullable UUID id,
            @Nullable UUID next,
            String type,
            @Nullable String option) {}
}
