package io.tandem.translators.voipbin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tandem.campaigns.model.Carried;
import io.tandem.campaigns.model.Queue;
import io.tandem.campaigns.ports.TallyStore;
import io.tandem.campaigns.service.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Queues; times are milliseconds. (voipbin-v1.md, 1.9 and section 3) The wait flow is carried: callers who wait hear the
 * campaign's script.
 *
 * <p>Readers throw {@link Failure.Invalid} for broken rules and {@link WireFault} for wrong JSON types. A change that
 * changes nothing gives back the very queue. Whether a named tag exists is for the service to say.
 */
public final class VoipbinQueues {

    /** What an absent {@code wait_timeout} waits: the contract's example value; an explicit 0 waits not at all. */
    public static final Duration DEFAULT_WAIT = Duration.ofSeconds(100);

    private static final String WAIT_FLOW = "wait_flow_id";
    private static final Map<String, String> ROUTING =
            new TreeMap<>(Map.of("", "random", "random", "random", "ringall", "ringall"));
    private static final Set<String> FIELDS = Set.of(
            "id",
            "customer_id",
            "name",
            "detail",
            "routing_method",
            "tag_ids",
            WAIT_FLOW,
            "wait_timeout",
            "service_timeout",
            "wait_queuecall_ids",
            "service_queuecall_ids",
            "total_incoming_count",
            "total_serviced_count",
            "total_abandoned_count",
            "tm_create",
            "tm_update",
            "tm_delete");

    private VoipbinQueues() {}

    /**
     * The single object, with the carried properties.
     *
     * @param tally the queue's counters, by their names in {@link TallyStore}; those of 0 are left out, as the original's
     */
    public static ObjectNode show(Queue queue, Map<String, Long> tally, WireVersion version) {
        return form(queue, tally).in(version, WireKind.QUEUE, queue.carried());
    }

    /** As {@link #show}, as a row of a list: without the carried properties. */
    public static ObjectNode showInList(Queue queue, Map<String, Long> tally, WireVersion version) {
        return form(queue, tally).in(version, WireKind.QUEUE);
    }

    /** The flow that those who wait should hear, null for none; the hub has no word for it. */
    public static @Nullable UUID waitFlow(Queue queue) {
        String held = queue.carried().get(CarriedWords.DIALECT, WAIT_FLOW);
        return held == null
                ? null
                : WireIds.read(VoipbinJson.parse(held).asText()).orElse(null);
    }

    private static Form form(Queue queue, Map<String, Long> tally) {
        long serviced = tally.getOrDefault(TallyStore.SERVICED, 0L);
        long abandoned = tally.getOrDefault(TallyStore.ABANDONED, 0L);
        return new Form()
                .id("id", queue.id())
                .id("customer_id", queue.tenant().value())
                .text("name", queue.name())
                .text("detail", queue.detail())
                .text("routing_method", queue.routingMethod())
                .ids("tag_ids", queue.tags())
                .id(WAIT_FLOW, waitFlow(queue))
                .number("wait_timeout", queue.waitTimeout().toMillis())
                .number("service_timeout", queue.serviceTimeout().toMillis())
                .numberUnlessZero("total_incoming_count", serviced + abandoned)
                .numberUnlessZero("total_serviced_count", serviced)
                .numberUnlessZero("total_abandoned_count", abandoned)
                .times(queue);
    }

    /** Reads the body of {@code POST /queues}; without a service timeout an agent may talk on. */
    public static Queue create(JsonNode body, Creation creation) {
        Document document = Document.of(body);
        Queue blank = new Queue(
                creation.tenant().id(),
                creation.ids().next(),
                "",
                "",
                "random",
                List.of(),
                DEFAULT_WAIT,
                Duration.ZERO,
                Carried.NONE,
                creation.now(),
                null,
                null);
        return read(document, blank);
    }

    /** {@code PUT /queues/{id}}: absent or null keeps. */
    public static Queue merge(JsonNode body, Queue current, Instant now) {
        return touched(current, read(Document.of(body), current), now);
    }

    /** {@code PUT /queues/{id}/tag_ids}. */
    public static Queue tags(JsonNode body, Queue current, Instant now) {
        Document document = Document.of(body);
        document.require("tag_ids");
        Queue after = current.withTags(document.ids("tag_ids", current.tags()));
        document.check();
        return touched(current, after, now);
    }

    private static Queue read(Document document, Queue current) {
        long wait = document.millis("wait_timeout", current.waitTimeout().toMillis());
        long service =
                document.millis("service_timeout", current.serviceTimeout().toMillis());
        Carried carried = CarriedWords.of(document, current.carried(), FIELDS);
        if (document.has(WAIT_FLOW)) {
            UUID flow = document.id(WAIT_FLOW, null);
            carried = carried.with(CarriedWords.DIALECT, WAIT_FLOW, flow == null ? null : "\"" + flow + "\"");
        }
        Queue after = new Queue(
                current.tenant(),
                current.id(),
                document.text("name", current.name()),
                document.text("detail", current.detail()),
                document.oneOf("routing_method", ROUTING, current.routingMethod()),
                document.ids("tag_ids", current.tags()),
                wait == current.waitTimeout().toMillis() ? current.waitTimeout() : Duration.ofMillis(wait),
                service == current.serviceTimeout().toMillis() ? current.serviceTimeout() : Duration.ofMillis(service),
                carried,
                current.created(),
                current.updated(),
                current.deleted());
        document.check();
        return after;
    }

    private static Queue touched(Queue before, Queue after, Instant now) {
        return after.equals(before) ? before : after.withUpdated(now);
    }
}
