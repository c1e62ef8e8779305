package io.tandem.translators.voipbin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tandem.campaigns.model.Carried;
import io.tandem.campaigns.model.Flow;
import io.tandem.campaigns.model.Script.Action;
import io.tandem.campaigns.service.Failure;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Flows: actions under a name. Campaigns take none; queues may name one for those who wait. (voipbin-v1.md, 1.9)
 *
 * <p>Readers throw {@link Failure.Invalid} for broken rules and {@link WireFault} for wrong JSON types. A change that
 * changes nothing gives back the very flow. Whether a named flow exists is for the service to say.
 */
public final class VoipbinFlows {

    private static final Set<String> FIELDS = Set.of(
            "id",
            "customer_id",
            "type",
            "name",
            "detail",
            "actions",
            "on_complete_flow_id",
            "tm_create",
            "tm_update",
            "tm_delete");

    private VoipbinFlows() {}

    /** The single object, with the carried properties. */
    public static ObjectNode show(Flow flow, WireVersion version) {
        return form(flow).in(version, WireKind.FLOW, flow.carried());
    }

    /** As a row of a list: without the carried properties. */
    public static ObjectNode showInList(Flow flow, WireVersion version) {
        return form(flow).in(version, WireKind.FLOW);
    }

    private static Form form(Flow flow) {
        return new Form()
                .id("id", flow.id())
                .id("customer_id", flow.tenant().value())
                .text("type", "flow")
                .text("name", flow.name())
                .text("detail", flow.detail())
                .node("actions", Actions.show(flow.actions()))
                .id("on_complete_flow_id", flow.onComplete())
                .times(flow);
    }

    /** Reads the body of {@code POST /flows}. */
    public static Flow create(JsonNode body, Creation creation) {
        Flow blank = new Flow(
                creation.tenant().id(),
                creation.ids().next(),
                "",
                "",
                List.of(),
                null,
                Carried.NONE,
                creation.now(),
                null,
                null);
        return read(Document.of(body), blank);
    }

    /** {@code PUT /flows/{id}}: absent or null keeps. */
    public static Flow merge(JsonNode body, Flow current, Instant now) {
        Flow after = read(Document.of(body), current);
        return after.equals(current) ? current : after.withUpdated(now);
    }

    private static Flow read(Document document, Flow current) {
        Flow after = current.with(change -> change.name(document.text("name", current.name()))
                .detail(document.text("detail", current.detail()))
                .actions(document.has("actions") ? actions(document, current.actions()) : current.actions())
                .onComplete(document.id("on_complete_flow_id", current.onComplete()))
                .carried(CarriedWords.of(document, current.carried(), FIELDS)));
        document.check();
        return after;
    }

    /** What shows the same is the same, however it was spaced. */
    private static List<Action> actions(Document document, List<Action> current) {
        List<Action> sent = Actions.read(document, "actions");
        return Actions.same(Actions.show(current), sent) ? current : sent;
    }
}
