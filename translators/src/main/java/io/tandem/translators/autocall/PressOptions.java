package io.tandem.translators.autocall;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tandem.campaigns.model.KeyMenu;
import io.tandem.campaigns.model.KeyMenu.Option;
import io.tandem.campaigns.model.Prompt;
import io.tandem.campaigns.model.Template.Voice;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code press_options}: written as a list of objects with {@code press_num}, read as a list of objects whose one name is
 * the key. Both shapes are taken, since clients send back what they read; what the second does not say of a key stays.
 * (autocall-v3.md, 1.7)
 */
final class PressOptions {

    private static final String KEY = "press_num";
    private static final String TOGGLED = "toggled";
    private static final String TYPE = "type";
    private static final String EXTENSION = "extension";
    private static final Set<String> OWN = Set.of(KEY, TOGGLED, TYPE, EXTENSION);
    private static final Pattern KEYS = Pattern.compile("[0-9*#]{1,16}");
    private static final String KEY_PATTERN = Wording.mismatch("^[0-9*#]{1,16}$");
    private static final int MOST = 100;
    private static final int LONGEST_EXTENSION = 64;

    /** An option that does not say whether it is enabled is: the shape that is read never says so. */
    private static final Prompt OFFERED = new Prompt(true, Voice.SPEECH, "", null);

    private PressOptions() {}

    /** Every option in the written shape, checked; null if one is bad. */
    static @Nullable JsonNode check(JsonNode sent, Check.Site site) {
        if (!sent.isArray()) {
            return site.fault(Wording.wrongType("array", sent));
        }
        if (sent.size() > MOST) {
            return site.fault(Wording.fewerItems(MOST));
        }
        ArrayNode good = Json.object().putArray("all");
        Set<String> keys = new HashSet<>();
        boolean fine = true;
        for (int index = 0; index < sent.size(); index++) {
            Check.Site below = site.below(Integer.toString(index));
            JsonNode option = sent.path(index);
            if (!option.isObject()) {
                fine = below.fault(Wording.wrongType("object", option)) != null;
                continue;
            }
            for (JsonNode written : written(option)) {
                JsonNode read = option(written, below);
                fine &= read != null;
                if (read != null && !keys.add(read.path(KEY).asText())) {
                    fine = below.below(KEY).fault(KEY + " is duplicate") != null;
                }
                good.add(read);
            }
        }
        return fine ? good : null;
    }

    /** An object in the read shape becomes one in the written shape for each of its names. */
    private static List<JsonNode> written(JsonNode option) {
        boolean read = !option.has(KEY) && !option.isEmpty();
        for (Map.Entry<String, JsonNode> member : option.properties()) {
            read &= KEYS.matcher(member.getKey()).matches() && member.getValue().isObject();
        }
        if (!read) {
            return List.of(option);
        }
        List<JsonNode> all = new ArrayList<>();
        option.properties().forEach(member -> {
            ObjectNode one = Json.object().put(KEY, member.getKey());
            one.setAll((ObjectNode) member.getValue());
            all.add(one);
        });
        return all;
    }

    private static @Nullable JsonNode option(JsonNode sent, Check.Site site) {
        JsonNode sound = Sounds.check(sent, site, OWN);
        JsonNode key = sent.path(KEY);
        boolean good = sound != null;
        if (key.isMissingNode()) {
            good = site.fault(Wording.required(KEY)) != null;
        } else if (!key.isTextual()) {
            good = site.below(KEY).fault(Wording.wrongType("string", key)) != null;
        } else if (!KEYS.matcher(key.textValue()).matches()) {
            good = site.below(KEY).fault(KEY_PATTERN) != null;
        }
        ObjectNode option = Json.object();
        good &= keep(sent, site, option, TOGGLED, Checks.bool());
        good &= keep(sent, site, option, EXTENSION, Checks.text(0, LONGEST_EXTENSION));
        // Says in the documents what voice_type says.
        good &= keep(sent, site, Json.object(), TYPE, Checks.text(0, LONGEST_EXTENSION));
        if (!good || sound == null) {
            return null;
        }
        option.set(KEY, key);
        option.setAll((ObjectNode) sound);
        return option;
    }

    private static boolean keep(JsonNode sent, Check.Site site, ObjectNode into, String field, Check check) {
        JsonNode value = sent.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return true;
        }
        JsonNode good = check.read(value, site.below(field));
        into.set(field, good);
        return good != null;
    }

    /** Checked options over those that the template has. */
    static List<Option> read(JsonNode checked, KeyMenu before) {
        List<Option> options = new ArrayList<>();
        for (JsonNode option : checked) {
            String key = option.path(KEY).textValue();
            Option known = before.options().stream()
                    .filter(other -> other.key().equals(key))
                    .findFirst()
                    .orElse(null);
            options.add(new Option(
                    key,
                    Sounds.read(option, known == null ? OFFERED : known.prompt()),
                    option.path(TOGGLED).asBoolean(known != null && known.toggled()),
                    option.path(EXTENSION).asText(known == null ? "" : known.extension())));
        }
        return options;
    }

    static ArrayNode show(KeyMenu keys) {
        ArrayNode shown = Json.object().putArray("all");
        keys.options().forEach(option -> shown.addObject().set(option.key(), Sounds.content(option.prompt())));
        return shown;
    }
}
