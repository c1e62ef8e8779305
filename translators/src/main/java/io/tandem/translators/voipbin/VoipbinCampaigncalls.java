package io.tandem.translators.voipbin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tandem.campaigns.model.CallAttempt;
import io.tandem.campaigns.model.Campaign;
import io.tandem.campaigns.model.CampaignKind;
import io.tandem.campaigns.service.AttemptService.View;
import io.tandem.translators.phone.NumberMask;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Call attempts; read only. (voipbin-v1.md, 1.5) */
public final class VoipbinCampaigncalls {

    private VoipbinCampaigncalls() {}

    /**
     * The attempt, its number masked if its campaign or another of its list masks numbers: the first three and last two characters stay, of
     * five and fewer none.
     *
     * <p>A flow joins no queue; it shows the one that its campaign names now, as the original does.
     *
     * <p>{@code progressing} means answered, as documented. The flow ids are derived: {@code activeflow_id} from the
     * attempt, {@code flow_id} from the campaign whose hidden flow it is.
     *
     * @param view its campaign may have been deleted
     */
    public static ObjectNode show(View view, WireVersion version) {
        CallAttempt attempt = view.attempt();
        Campaign campaign = view.campaign();
        boolean isFlow = isFlow(attempt, campaign);
        WireAddress destination = WireAddress.of(attempt.to());
        return new Form()
                .id("id", attempt.id())
                .id("customer_id", attempt.tenant().value())
                .id("campaign_id", attempt.campaign())
                .id("outplan_id", attempt.dialPlan())
                .id("outdial_id", attempt.list())
                .id("outdial_target_id", attempt.target())
                .id("queue_id", isFlow ? campaign.queue() : attempt.queue())
                .id("activeflow_id", derived("activeflow", attempt.id()))
                .id("flow_id", derived("flow", attempt.campaign()))
                .text("reference_type", isFlow ? "flow" : "call")
                .id("reference_id", isFlow ? null : attempt.id())
                .text("status", status(attempt))
                .text("result", result(attempt))
                .node("source", WireAddress.of(attempt.from()).toNode())
                .node("destination", (view.masked() ? destination.masked(mask(attempt)) : destination).toNode())
                .number("destination_index", attempt.index())
                .number("try_count", attempt.tryNumber())
                .time("tm_create", attempt.placed())
                .time("tm_update", isUntouched(attempt) ? null : attempt.updated())
                .time("tm_delete", attempt.deleted())
                .in(version, WireKind.CAMPAIGNCALL);
    }

    /** Of a list that only its own campaign dials. */
    public static ObjectNode show(CallAttempt attempt, Campaign campaign, WireVersion version) {
        return show(new View(attempt, campaign, campaign.masksNumbers()), version);
    }

    private static NumberMask mask(CallAttempt attempt) {
        return NumberMask.of(null, List.of(attempt.to()));
    }

    /** A call went out on a carrier, whatever its campaign's type is by now. */
    private static boolean isFlow(CallAttempt attempt, Campaign campaign) {
        return attempt.carrier() == null && campaign.kind() == CampaignKind.FLOW;
    }

    /** The instant that orders lists of attempts, for {@link VoipbinPage}. */
    public static Instant created(CallAttempt attempt) {
        return attempt.placed();
    }

    private static boolean isUntouched(CallAttempt attempt) {
        return attempt.updated().equals(attempt.placed());
    }

    private static String status(CallAttempt attempt) {
        if (attempt.ended() != null) {
            return "done";
        }
        return attempt.answered() == null ? "dialing" : "progressing";
    }

    /** Success always means that the target is done. (mapping.md, "Dispositions") */
    private static String result(CallAttempt attempt) {
        if (attempt.ended() == null) {
            return "";
        }
        return attempt.reached() ? "success" : "fail";
    }

    private static UUID derived(String what, UUID from) {
        return UUID.nameUUIDFromBytes((what + ":" + from).getBytes(StandardCharsets.UTF_8));
    }
}
