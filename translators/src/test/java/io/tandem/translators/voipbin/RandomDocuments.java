package io.tandem.translators.voipbin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Supplier;

/** Bodies that a client may send: every field there, null or left out, with odd values. */
final class RandomDocuments {

    private final RandomHub hub;

    RandomDocuments(RandomHub hub) {
        this.hub = hub;
    }

    ObjectNode campaign() {
        ObjectNode body = Json.object("{}");
        body.put("name", "n" + hub.text());
        body.put("type", hub.pick(List.of("call", "flow")));
        maybe(body, "detail", this::text);
        maybe(body, "service_level", () -> number(hub.pick(List.of("100", "0", "-3", "250", "5.0", "2147483647"))));
        maybe(body, "end_handle", () -> text(hub.pick(List.of("", "stop", "continue"))));
        maybe(body, "actions", this::actions);
        for (String id : List.of("outplan_id", "outdial_id", "queue_id", "next_campaign_id")) {
            maybe(
                    body,
                    id,
                    () -> text(hub.pick(List.of("", WireIds.NIL, hub.id().toString()))));
        }
        return withUnknown(body);
    }

    ObjectNode outplan() {
        ObjectNode body = Json.object("{}");
        maybe(body, "name", this::text);
        maybe(body, "detail", this::text);
        maybe(body, "source", () -> address(true));
        maybe(body, "dial_timeout", () -> number(hub.pick(List.of("0", "1", "30000", "60000.0"))));
        maybe(body, "try_interval", () -> number(hub.pick(List.of("0", "5500", "60000", "2592000000"))));
        for (int i = 0; i < 5; i++) {
            maybe(body, "max_try_count_" + i, () -> number(hub.pick(List.of("0", "1", "5", "2147483647"))));
        }
        return withUnknown(body);
    }

    ObjectNode outdial() {
        ObjectNode body = Json.object("{}");
        body.put("name", "n" + hub.text());
        maybe(body, "detail", this::text);
        maybe(body, "data", () -> hub.pick(List.of(text(), Json.object(hub.objectText()), number("1.50"))));
        maybe(
                body,
                "campaign_id",
                () -> text(hub.pick(List.of("", WireIds.NIL, hub.id().toString()))));
        return withUnknown(body);
    }

    ObjectNode target() {
        ObjectNode body = Json.object("{}");
        maybe(body, "name", this::text);
        maybe(body, "detail", this::text);
        maybe(body, "data", () -> hub.pick(List.of(text(), Json.object(hub.objectText()))));
        int sure = hub.random.nextInt(5);
        for (int i = 0; i < 5; i++) {
            if (i == sure) {
                body.set("destination_" + i, address(false));
            } else {
                maybe(body, "destination_" + i, () -> address(true));
            }
        }
        return withUnknown(body);
    }

    /** Some type is always given, so that none is inferred. */
    private ObjectNode address(boolean mayBeUnset) {
        if (mayBeUnset && hub.random.nextInt(3) == 0) {
            return Json.object(hub.pick(List.of(
                    "{}",
                    "{\"type\":\"\",\"target\":\"\",\"target_name\":\"\",\"name\":\"\",\"detail\":\"\"}",
                    "{\"type\":\"tel\",\"target\":\"\",\"name\":\"nobody\"}")));
        }
        ObjectNode address = Json.object(hub.pick(List.of(
                "{\"type\":\"tel\",\"target\":\"+84903123456\"}",
                "{\"type\":\"tel\",\"target\":\"0903 123 456\"}",
                "{\"type\":\"tel\",\"target\":\"84903123456\"}",
                "{\"type\":\"tel\",\"target\":\"+15559876543\"}",
                "{\"type\":\"tel\",\"target\":\"nonsense\"}",
                "{\"type\":\"sip\",\"target\":\"sip:1001@pbx.example\"}",
                "{\"type\":\"sip\",\"target\":\"1001@pbx.example\"}",
                "{\"type\":\"sip\",\"target\":\"SIPS:a b\"}",
                "{\"type\":\"extension\",\"target\":\"1001\"}",
                "{\"type\":\"line\",\"target\":\"U1\"}")));
        for (String key : List.of("target_name", "name", "detail")) {
            if (hub.random.nextBoolean()) {
                address.put(key, hub.text());
            }
        }
        return address;
    }

    private ArrayNode actions() {
        ArrayNode actions = VoipbinJson.MAPPER.createArrayNode();
        hub.many(() -> 0).forEach(ignored -> {
            ObjectNode action = actions.addObject();
            maybe(
                    action,
                    "id",
                    () -> text(hub.pick(List.of("", WireIds.NIL, hub.id().toString()))));
            maybe(action, "next_id", () -> text(hub.id().toString()));
            action.put("type", hub.pick(List.of("talk", "play", "answer", "queue_join")));
            maybe(action, "option", () -> Json.object(hub.objectText()));
            maybe(action, "tm_execute", () -> VoipbinJson.MAPPER.nullNode());
        });
        return actions;
    }

    private ObjectNode withUnknown(ObjectNode body) {
        maybe(body, "x_colour", () -> hub.pick(List.of(text(), number("1.50"), Json.object(hub.objectText()))));
        return body;
    }

    private void maybe(ObjectNode body, String field, Supplier<JsonNode> value) {
        switch (hub.random.nextInt(5)) {
            case 0 -> body.remove(field);
            case 1 -> body.putNull(field);
            default -> body.set(field, value.get());
        }
    }

    private JsonNode text() {
        return text(hub.text());
    }

    private static JsonNode text(String value) {
        return VoipbinJson.MAPPER.getNodeFactory().textNode(value);
    }

    private static JsonNode number(String digits) {
        return VoipbinJson.parse(digits);
    }
}
