package io.tandem.translators.voipbin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tandem.campaigns.model.Script.Action;
import io.tandem.campaigns.model.Stored;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.service.Failure;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Flows: actions under a name. Campaigns take none; they are kept for clients that make them. (voipbin-v1.md, 1.9) */
public final class VoipbinFlows {

    private VoipbinFlows() {}

    /**
     * A flow.
     *
     * @param onComplete the flow that follows, null for none
     */
    public record Flow(
            TenantId tenant,
            UUID id,
            String name,
            String detail,
            List<Action> actions,
            @Nullable UUID onComplete,
            Instant created,
            @Nullable Instant updated,
            @Nullable Instant deleted)
            implements Stored {

        public Flow {
            actions = List.copyOf(actions);
        }
    }

    public static ObjectNode show(Flow flow, WireVersion version) {
        return new Form()
                .id("id", flow.id())
                .id("customer_id", flow.tenant().value())
                .text("type", "flow")
                .text("name", flow.name())
                .text("detail", flow.detail())
                .node("actions", Actions.show(flow.actions()))
                .id("on_complete_flow_id", flow.onComplete())
                .times(flow)
                .in(version, WireKind.FLOW);
    }

    /**
     * Reads the body of {@code POST /flows}.
     *
     * @throws Failure.Invalid naming every field that breaks a rule
     * @throws WireFault if the body or a field has the wrong JSON type
     */
    public static Flow create(JsonNode body, Creation creation) {
        Document document = Document.of(body);
        Flow flow = new Flow(
                creation.tenant().id(),
                creation.ids().next(),
                document.text("name", ""),
                document.text("detail", ""),
                Actions.read(document, "actions"),
                document.id("on_complete_flow_id", null),
                creation.now(),
                null,
                null);
        document.check();
        return flow;
    }
}
