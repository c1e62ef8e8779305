package io.tandem.translators.voipbin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tandem.campaigns.model.AgentPacing;
import io.tandem.campaigns.model.Callbacks;
import io.tandem.campaigns.model.CallingHours;
import io.tandem.campaigns.model.Campaign;
import io.tandem.campaigns.model.CampaignKind;
import io.tandem.campaigns.model.Carried;
import io.tandem.campaigns.model.Pacing;
import io.tandem.campaigns.model.RetryPolicy;
import io.tandem.campaigns.model.Run;
import io.tandem.campaigns.model.Script;
import io.tandem.campaigns.service.CampaignEdit;
import io.tandem.campaigns.service.CampaignView;
import io.tandem.campaigns.service.Failure;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Campaigns: shown, and made of a {@code POST}. Changes: {@link VoipbinCampaignChanges}. (voipbin-v1.md, 1.4)
 *
 * <p>Whether a named outplan, outdial, queue or next campaign exists is for the service to say.
 */
public final class VoipbinCampaigns {

    /** What this dialect can show at all; the others are not in its lists and 404 by id. (mapping.md, row kind) */
    public static final Set<CampaignKind> KINDS = Set.of(CampaignKind.AUTOMATED, CampaignKind.AGENT, CampaignKind.FLOW);

    static final Set<String> FIELDS = Set.of(
            "id",
            "customer_id",
            "type",
            "name",
            "detail",
            "status",
            "service_level",
            "end_handle",
            "actions",
            "outplan_id",
            "outdial_id",
            "queue_id",
            "next_campaign_id",
            "tm_create",
            "tm_update",
            "tm_delete");

    private static final int DEFAULT_SERVICE_LEVEL = 100;

    private VoipbinCampaigns() {}

    public static boolean canShow(Campaign campaign) {
        return KINDS.contains(campaign.kind());
    }

    /**
     * The single object, with what v1.0 clients said of it that the hub has no word for.
     *
     * @param callsUp whether calls of the campaign are up: a paused one then shows as {@code stopping}
     */
    public static ObjectNode show(CampaignView view, boolean callsUp, WireVersion version) {
        return form(view, callsUp)
                .in(version, WireKind.CAMPAIGN, view.campaign().carried());
    }

    /** As {@link #show}, as a row of a list or an event's payload: without the carried properties. */
    public static ObjectNode showInList(CampaignView view, boolean callsUp, WireVersion version) {
        return form(view, callsUp).in(version, WireKind.CAMPAIGN);
    }

    private static Form form(CampaignView view, boolean callsUp) {
        Campaign campaign = view.campaign();
        return new Form()
                .id("id", campaign.id())
                .id("customer_id", campaign.tenant().value())
                .text("type", CampaignWords.Type.of(campaign.kind()).word)
                .text("name", campaign.name())
                .text("detail", campaign.description())
                .text("status", CampaignWords.status(campaign, callsUp))
                .number("service_level", campaign.pacing().agents().percent())
                .text("end_handle", CampaignWords.endHandle(campaign.whenExhausted()))
                .node("actions", Actions.show(campaign.script(), view.template()))
                .id("outplan_id", campaign.dialPlan())
                .id("outdial_id", campaign.lists().stream().findFirst().orElse(null))
                .id("queue_id", campaign.queue())
                .id("next_campaign_id", campaign.next())
                .times(campaign);
    }

    /**
     * Reads the body of {@code POST /campaigns}: stopped, open always (this dialect knows no calling hours), with the
     * tenant's cap on calls and the service level rule of the version in force. The plan is null: it is only named.
     *
     * @throws Failure.Invalid naming every field that breaks a rule
     * @throws WireFault if the body or a field has the wrong JSON type
     */
    public static CampaignEdit create(JsonNode body, Creation creation) {
        Document document = Document.of(body);
        document.require("type");
        String name = document.required("name");
        String detail = document.text("detail", "");
        CampaignWords.Type type = document.oneOf("type", CampaignWords.Type.BY_WORD, CampaignWords.Type.CALL);
        int serviceLevel = document.integer("service_level", DEFAULT_SERVICE_LEVEL);
        Campaign.WhenExhausted end =
                document.oneOf("end_handle", CampaignWords.END_HANDLES, Campaign.WhenExhausted.STOP);
        List<Script.Action> actions = Actions.read(document, "actions");
        UUID outplan = document.id("outplan_id", null);
        UUID outdial = document.id("outdial_id", null);
        UUID queue = document.id("queue_id", null);
        UUID next = document.id("next_campaign_id", null);
        Carried carried = CarriedWords.of(document, Carried.NONE, FIELDS);
        document.check();

        AgentPacing agents = new AgentPacing(serviceLevel, creation.version().serviceLevelRule());
        Campaign campaign = new Campaign(
                creation.tenant().id(),
                creation.ids().next(),
                name,
                null,
                detail,
                type.kind(queue),
                true,
                Run.STOPPED,
                new Pacing(creation.tenant().caps().calls(), Pacing.ChannelMode.DIRECT, Map.of(), agents),
                outplan,
                CallingHours.ALWAYS,
                RetryPolicy.EVERY_NON_ANSWER,
                Script.EMPTY.withActions(actions),
                outdial == null ? List.of() : List.of(outdial),
                queue,
                null,
                Callbacks.NONE,
                end,
                next,
                null,
                false,
                carried,
                0,
                creation.now(),
                null,
                null);
        return new CampaignEdit(campaign, null, null, CampaignNotes.of(document, campaign));
    }
}
