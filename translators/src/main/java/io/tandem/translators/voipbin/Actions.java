package io.tandem.translators.voipbin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tandem.campaigns.model.Script;
import io.tandem.campaigns.model.Script.Action;
import io.tandem.campaigns.model.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A script as a list of actions. (voipbin-v1.md, 1.1 "Action"; mapping.md, row content kind) The list is kept and shown
 * as it was sent; its types are held against {@link ActionTypes}, and the duration of a {@code sleep} must be one.
 *
 * <p>A template is shown as the one action that comes nearest to it: {@code talk} with its text, or {@code play} with
 * the URN of its audio file, {@code urn:uuid:<audio id>}, since the file has no address outside the gateway.
 */
final class Actions {

    /** Keys of an action that mean something; others are dropped, and named in the notes. */
    static final List<String> KEYS = List.of("id", "next_id", "type", "option", "tm_execute");

    private static final String SPEECH_LANGUAGE = "vi-VN";

    /** More than any script has, and as much as a campaign's row can hold on every database. */
    private static final int MOST = 200;

    private static final int MOST_CHARACTERS = 256 * 1024;

    private Actions() {}

    /** The actions of a document; an absent or null field is none. */
    static List<Action> read(Document document, String field) {
        List<Action> actions = new ArrayList<>();
        ArrayNode sent = document.array(field);
        if (sent.size() > MOST) {
            document.refuse(field, "must not have more than " + MOST + " actions");
            return actions;
        }
        for (JsonNode element : sent) {
            Document action = document.within(field + "[" + actions.size() + "]", element);
            actions.add(new Action(action.id("id", null), action.id("next_id", null), type(action), option(action)));
        }
        if (VoipbinJson.text(sent).length() > MOST_CHARACTERS) {
            document.refuse(field, "must not be longer than " + MOST_CHARACTERS + " characters");
        }
        return actions;
    }

    private static String type(Document action) {
        String type = action.required("type");
        if (!type.isEmpty() && !ActionTypes.ALL.contains(type)) {
            action.refuse("type", "is no type of action: " + type);
        }
        return type;
    }

    private static @Nullable String option(Document action) {
        if (!action.has("option")) {
            return null;
        }
        Document option = action.within("option", action.raw("option"));
        if (action.text("type", "").equals(ActionTypes.SLEEP)) {
            option.millis("duration", 0);
        }
        return VoipbinJson.text(option.toNode());
    }

    /**
     * The actions that a script shows.
     *
     * @param template the script's template, null if it has none or it was deleted; then nothing is shown of it
     */
    static ArrayNode show(Script script, @Nullable Template template) {
        if (script.template() == null) {
            return show(script.actions());
        }
        return template == null ? show(List.of()) : show(List.of(nearestTo(template)));
    }

    static ArrayNode show(List<Action> actions) {
        ArrayNode array = VoipbinJson.MAPPER.createArrayNode();
        actions.forEach(action -> array.add(show(action)));
        return array;
    }

    private static ObjectNode show(Action action) {
        Form form =
                new Form().id("id", action.id()).id("next_id", action.next()).text("type", action.type());
        if (action.option() != null) {
            form.node("option", VoipbinJson.parse(action.option()));
        }
        return form.time("tm_execute", null).toNode();
    }

    private static Action nearestTo(Template template) {
        ObjectNode option = VoipbinJson.MAPPER.createObjectNode();
        if (template.voice() == Template.Voice.SPEECH) {
            option.put("text", template.content());
            option.put("gender", gender(template.speaker()));
            option.put("language", SPEECH_LANGUAGE);
            return new Action(null, null, "talk", VoipbinJson.text(option));
        }
        ArrayNode urls = option.putArray("stream_urls");
        UUID audio = template.audio();
        if (audio != null) {
            urls.add("urn:uuid:" + audio);
        }
        return new Action(null, null, "play", VoipbinJson.text(option));
    }

    /** From a speaker's name such as {@code north-f-01}; a name that says neither is neutral. */
    private static String gender(String speaker) {
        if (speaker.contains("-f-")) {
            return "female";
        }
        return speaker.contains("-m-") ? "male" : "neutral";
    }

    /** Whether both lists show the same; ids left out and order of keys aside. */
    static boolean same(ArrayNode shown, List<Action> sent) {
        return VoipbinJson.same(shown, show(sent));
    }
}
