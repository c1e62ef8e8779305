package io.tandem.translators.autocall;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code network}: channels per mobile network, merged key by key; a null in it is 0. (D7, D14) */
final class Channels {

    private static final Check COUNT = Checks.integer(0, 10_000);

    private Channels() {}

    static @Nullable JsonNode check(JsonNode sent, Check.Site site) {
        if (!sent.isObject()) {
            return site.fault(Wording.wrongType("object", sent));
        }
        boolean good = true;
        for (Map.Entry<String, JsonNode> member : sent.properties()) {
            Check.Site below = site.below(member.getKey());
            if (!NetworkDocument.NETWORKS.contains(member.getKey())) {
                site.note(member.getKey(), "no such network: not kept");
            } else if (!member.getValue().isNull() && !Json.same(member.getValue(), below.shown())) {
                good &= COUNT.read(member.getValue(), below) != null;
            }
        }
        return good ? normal(sent, site.shown()) : null;
    }

    /** All five networks: as sent, else as shown; what is no object is left as it is. */
    static JsonNode normal(JsonNode sent, JsonNode shown) {
        if (!sent.isObject()) {
            return sent;
        }
        ObjectNode all = Json.object();
        for (String network : NetworkDocument.NETWORKS) {
            JsonNode value = sent.has(network) ? sent.path(network) : shown.path(network);
            all.set(network, value.isNull() || value.isMissingNode() ? LongNode.valueOf(0) : value);
        }
        return all;
    }

    /** The checked channels over those that the campaign has for networks which v3 cannot name. */
    static Map<String, Integer> over(Map<String, Integer> channels, JsonNode checked) {
        Map<String, Integer> all = new LinkedHashMap<>(channels);
        for (String network : NetworkDocument.NETWORKS) {
            int count = checked.path(network).decimalValue().intValueExact();
            if (count != 0 || all.containsKey(network)) {
                all.put(network, count);
            }
        }
        return all;
    }
}
