package io.tandem.translators.voipbin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tandem.campaigns.model.Address;
import io.tandem.campaigns.model.Agent;
import io.tandem.campaigns.model.Agent.Status;
import io.tandem.campaigns.model.Carried;
import io.tandem.campaigns.model.Destination.NotDialable;
import io.tandem.campaigns.service.Failure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Agents. (voipbin-v1.md, 1.9 and section 3)
 *
 * <p>Readers throw {@link Failure.Invalid} for broken rules and {@link WireFault} for wrong JSON types. A change that
 * changes nothing gives back the very agent. Whether a named tag exists is for the service to say.
 */
public final class VoipbinAgents {

    /** Every right that a customer may give; the project's own (1) is not among them. */
    private static final int CUSTOMER_RIGHTS = 240;

    private static final Map<String, String> RING_METHODS =
            new TreeMap<>(Map.of("", "ringall", "ringall", "ringall", "linear", "linear"));
    private static final Map<String, Status> STATUSES = statuses();
    private static final Set<String> FIELDS = Set.of(
            "id",
            "customer_id",
            "username",
            "password",
            "name",
            "detail",
            "ring_method",
            "status",
            "permission",
            "tag_ids",
            "addresses",
            "direct_hash",
            "tm_create",
            "tm_update",
            "tm_delete");

    private VoipbinAgents() {}

    /**
     * A new agent and the password it shall have.
     *
     * @param agent without a password hash: hashing is for the service
     */
    public record NewAgent(Agent agent, String password) {
        @Override
        public String toString() {
            return "NewAgent[" + agent.id() + "]";
        }
    }

    /** The single object, with the carried properties; an agent on a call is busy whatever was set. */
    public static ObjectNode show(Agent agent, WireVersion version) {
        return form(agent).in(version, WireKind.AGENT, agent.carried());
    }

    /** As a row of a list: without the carried properties. */
    public static ObjectNode showInList(Agent agent, WireVersion version) {
        return form(agent).in(version, WireKind.AGENT);
    }

    private static Form form(Agent agent) {
        ArrayNode addresses = VoipbinJson.MAPPER.createArrayNode();
        agent.addresses()
                .forEach(address -> addresses.add(WireAddress.asWritten(address).toNode()));
        return new Form()
                .id("id", agent.id())
                .id("customer_id", agent.tenant().value())
                .text("username", agent.username())
                .text("name", agent.name())
                .text("detail", agent.detail())
                .text("ring_method", agent.ringMethod())
                .text("status", word(shownStatus(agent)))
                .number("permission", agent.permission())
                .ids("tag_ids", agent.tags())
                .node("addresses", addresses)
                .text("direct_hash", "")
                .time("tm_create", agent.created())
                .timeUnlessNever("tm_update", agent.updated())
                .timeUnlessNever("tm_delete", agent.deleted());
    }

    /** What a client sees the agent do. */
    static Status shownStatus(Agent agent) {
        return agent.call() == null ? agent.status() : Status.BUSY;
    }

    /** Reads the body of {@code POST /agents}; a new agent is offline. */
    public static NewAgent create(JsonNode body, Creation creation) {
        Document document = Document.of(body);
        String username = document.required("username");
        if (!username.isEmpty() && username.isBlank()) {
            document.refuse("username", "must not be blank");
        }
        String password = document.required("password");
        int permission = permission(document, 0);
        Agent agent = new Agent(
                creation.tenant().id(),
                creation.ids().next(),
                username,
                null,
                document.text("name", ""),
                document.text("detail", ""),
                document.oneOf("ring_method", RING_METHODS, "ringall"),
                Status.OFFLINE,
                null,
                permission,
                document.ids("tag_ids", List.of()),
                addresses(document, List.of()),
                CarriedWords.of(document, Carried.NONE, FIELDS),
                creation.now(),
                null,
                null);
        document.check();
        return new NewAgent(agent, password);
    }

    /** {@code PUT /agents/{id}}: name, detail and ring_method; absent or null keeps. */
    public static Agent merge(JsonNode body, Agent current, Instant now) {
        Document document = Document.of(body);
        Agent after = current.with(change -> change.name(document.text("name", current.name()))
                .detail(document.text("detail", current.detail()))
                .ringMethod(document.oneOf("ring_method", RING_METHODS, current.ringMethod()))
                .carried(CarriedWords.of(document, current.carried(), FIELDS)));
        return finish(document, current, after, now);
    }

    /** {@code PUT /agents/{id}/status}. */
    public static Agent status(JsonNode body, Agent current, Instant now) {
        Document document = Document.of(body);
        document.require("status");
        return finish(document, current, current.withStatus(document.oneOf("status", STATUSES, current.status())), now);
    }

    /** {@code PUT /agents/{id}/tag_ids}. */
    public static Agent tags(JsonNode body, Agent current, Instant now) {
        Document document = Document.of(body);
        document.require("tag_ids");
        return finish(document, current, current.withTags(document.ids("tag_ids", current.tags())), now);
    }

    /** {@code PUT /agents/{id}/addresses}. */
    public static Agent addresses(JsonNode body, Agent current, Instant now) {
        Document document = Document.of(body);
        document.require("addresses");
        return finish(document, current, current.withAddresses(addresses(document, current.addresses())), now);
    }

    /** {@code PUT /agents/{id}/permission}. */
    public static Agent permission(JsonNode body, Agent current, Instant now) {
        Document document = Document.of(body);
        document.require("permission");
        return finish(document, current, current.withPermission(permission(document, current.permission())), now);
    }

    /** Reads the body of {@code PUT /agents/{id}/password}: the new password. */
    public static String password(JsonNode body) {
        Document document = Document.of(body);
        String password = document.required("password");
        document.check();
        return password;
    }

    private static int permission(Document document, int otherwise) {
        int permission = document.count("permission", otherwise);
        if ((permission & ~CUSTOMER_RIGHTS) != 0) {
            document.refuse("permission", "must be a sum of 16, 32, 64 and 128");
        }
        return permission;
    }

    private static Agent finish(Document document, Agent before, Agent after, Instant now) {
        document.check();
        return after.equals(before) ? before : after.withUpdated(now);
    }

    /** Where an agent is reached; nobody dials it from here, so any address will do. */
    private static List<Address> addresses(Document document, List<Address> otherwise) {
        if (!document.has("addresses")) {
            return otherwise;
        }
        List<Address> addresses = new ArrayList<>();
        for (JsonNode element : document.array("addresses")) {
            WireAddress sent = WireAddress.read(document.within("addresses[" + addresses.size() + "]", element));
            Address address = sent.toCallerId();
            addresses.add(
                    address == null
                            ? new Address(
                                    new NotDialable(sent.type(), ""), "", sent.targetName(), sent.name(), sent.detail())
                            : address);
        }
        return addresses;
    }

    static @Nullable Status statusOf(String word) {
        return STATUSES.get(word);
    }

    private static Map<String, Status> statuses() {
        Map<String, Status> words = new TreeMap<>();
        for (Status status : Status.values()) {
            words.put(word(status), status);
        }
        return words;
    }

    private static String word(Status status) {
        return status.name().toLowerCase(Locale.ROOT);
    }
}
