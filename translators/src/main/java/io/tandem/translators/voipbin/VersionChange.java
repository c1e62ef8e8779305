package io.tandem.translators.voipbin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tandem.campaigns.model.AgentPacing;
import java.util.List;

/**
 * What changed on the wire, and since when; each undoes itself for clients of an older version, in the order written
 * here. A new difference is a new constant, and no other place asks for the version. (voipbin-v1.md, versions table)
 */
enum VersionChange {
    AGENTS_OMIT_TIMES_THAT_NEVER_CAME(
            WireVersion.V2026_08,
            "An agent leaves out tm_update and tm_delete while they never came; before, it shows them "
                    + "like all others.") {
        @Override
        void undo(WireKind kind, ObjectNode document) {
            if (kind == WireKind.AGENT) {
                List.of("tm_update", "tm_delete").stream()
                        .filter(time -> !document.has(time))
                        .forEach(document::putNull);
            }
        }
    },
    NEVER_IS_NULL(WireVersion.V2026_08, "A time that never came is null; before, it is 9999-01-01 00:00:00.000000.") {
        @Override
        void undo(WireKind kind, ObjectNode document) {
            TIMES.stream()
                    .filter(document::has)
                    .filter(time -> document.path(time).isNull())
                    .forEach(time -> document.put(time, NEVER));
        }
    },
    TIMESTAMPS_ARE_RFC_3339(
            WireVersion.V2026_08,
            "An instant is written as RFC 3339 in UTC, 2026-01-15T09:30:00.123456Z; before, as "
                    + "2026-01-15 09:30:00.123456.") {
        @Override
        void undo(WireKind kind, ObjectNode document) {
            for (String time : TIMES) {
                WireTime.read(document.path(time).asText())
                        .ifPresent(instant -> document.put(time, WireTime.spaced(instant)));
            }
        }
    },
    UNSET_DESTINATION_IS_AN_EMPTY_OBJECT(
            WireVersion.V2026_08, "An unset destination is an empty object; before, it is null.") {
        @Override
        void undo(WireKind kind, ObjectNode document) {
            DESTINATIONS.stream()
                    .filter(field -> document.path(field).isObject())
                    .filter(field -> document.path(field).isEmpty())
                    .forEach(document::putNull);
        }
    },
    ADDRESSES_OMIT_EMPTY_KEYS(
            WireVersion.V2026_08, "An address leaves out its empty keys; before, it shows all five.") {
        @Override
        void undo(WireKind kind, ObjectNode document) {
            for (String field : ADDRESSES) {
                if (document.get(field) instanceof ObjectNode address) {
                    document.set(field, inFull(address));
                }
            }
            if (document.get("addresses") instanceof ArrayNode addresses) {
                for (int i = 0; i < addresses.size(); i++) {
                    addresses.set(i, inFull(addresses.get(i)));
                }
            }
        }
    },
    ACTIONS_SHOW_TM_EXECUTE(WireVersion.V2026_08, "An action shows tm_execute; before, it has no such key.") {
        @Override
        void undo(WireKind kind, ObjectNode document) {
            document.path("actions").forEach(action -> ((ObjectNode) action).remove("tm_execute"));
        }
    },
    SERVICE_LEVEL_IS_A_SHARE_OF_AGENTS(
            WireVersion.V2026_08,
            "A campaign dials while fewer calls are dialling than service_level percent of the "
                    + "available agents, rounded down; one made before dials while more agents are available "
                    + "than service_level percent of the dialling calls.") {
        @Override
        AgentPacing.Rule undo(AgentPacing.Rule newer) {
            return AgentPacing.Rule.DOCUMENTED;
        }
    };

    /** How 2022-10 writes a time that never came. */
    static final String NEVER = "9999-01-01 00:00:00.000000";

    private static final List<String> TIMES = List.of("tm_expire", "tm_create", "tm_update", "tm_delete");
    private static final List<String> DESTINATIONS =
            List.of("destination_0", "destination_1", "destination_2", "destination_3", "destination_4");
    private static final List<String> ADDRESSES = List.of(
            "source",
            "destination",
            "destination_0",
            "destination_1",
            "destination_2",
            "destination_3",
            "destination_4");

    private static final List<String> ADDRESS_KEYS = List.of("type", "target", "target_name", "name", "detail");

    private final WireVersion since;
    private final String sentence;

    VersionChange(WireVersion since, String sentence) {
        this.since = since;
        this.sentence = sentence;
    }

    /** What changed, for those who read the API's document. */
    String sentence() {
        return "Since " + since.text() + ": " + sentence;
    }

    boolean isNewerThan(WireVersion version) {
        return since.compareTo(version) > 0;
    }

    private static ObjectNode inFull(JsonNode address) {
        ObjectNode full = JsonNodeFactory.instance.objectNode();
        ADDRESS_KEYS.forEach(key -> full.put(key, address.path(key).asText()));
        return full;
    }

    /** Rewrites a document as it was before this change. */
    void undo(WireKind kind, ObjectNode document) {}

    /** The service level rule as it was before this change. */
    AgentPacing.Rule undo(AgentPacing.Rule newer) {
        return newer;
    }
}
