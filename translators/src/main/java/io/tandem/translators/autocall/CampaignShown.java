package io.tandem.translators.autocall;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.campaigns.model.Campaign;
import io.tandem.campaigns.model.DialPlan;
import io.tandem.campaigns.model.Template;
import io.tandem.campaigns.service.CampaignView;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A campaign as v3 reads it. */
final class CampaignShown {

    /** Stands for a script of actions, which v3 cannot show. (mapping.md, row content kind) */
    private static final String ACTIONS = "(actions)";

    private CampaignShown() {}

    /** As in the single GET, or as a row of the list: without arrays of objects and unknown properties. */
    static CampaignDocument of(CampaignView view, boolean inList) {
        Campaign campaign = view.campaign();
        CarriedFields carried = new CarriedFields(campaign.carried());
        DialPlan plan = view.plan();
        Duration retryDelay = plan == null ? Duration.ZERO : plan.retryDelay();
        ZoneId zone = view.tenant().zone();
        return new CampaignDocument(
                campaign.tenant().toString(),
                campaign.id().toString(),
                campaign.name(),
                CampaignWords.type(campaign.kind()),
                campaign.description(),
                campaign.enabled(),
                campaign.pacing().maxConcurrent(),
                AgentRatio.show(campaign.pacing().agents(), carried),
                text(campaign.carrier()),
                campaign.queue() == null ? carried.text("call_center_queue_uuid", "") : text(campaign.queue()),
                text(campaign.script().template()),
                plan == null ? 0 : Math.max(0, plan.attemptsOn(0) - 1),
                secondsUp(campaign.retry().shortTalk()),
                RecallDelay.mode(retryDelay),
                RecallDelay.minutes(retryDelay, carried),
                (int) carried.number("hopper", 20),
                campaign.callbacks().onAnswer(),
                carried.text("local_start_time", "00:00:00"),
                carried.text("local_end_time", "23:59:59"),
                carried.text("customer_order", "id"),
                carried.flag("allow_manual_dial", true),
                carried.flag("allow_search_lead", true),
                carried.flag("enable_callback_alert", true),
                carried.text("default_list_uuid", ""),
                carried.text("script_uuid", ""),
                CampaignWords.status(campaign.state()),
                WireTimes.of(campaign.created(), zone),
                WireTimes.ofChange(campaign.updated(), campaign.created(), zone),
                carried.text("call_center_queue_strategy", ""),
                templateName(campaign, view.template()),
                view.carrier() == null ? "" : view.carrier().name(),
                CampaignWords.mode(campaign.pacing().channelMode()),
                NetworkDocument.of(campaign.pacing().channels()),
                text(campaign.run().id()),
                CampaignWords.content(campaign.script().content()),
                secondsUp(plan == null ? CampaignDraft.DEFAULT_RING_TIMEOUT : plan.ringTimeout()),
                view.tenant().name(),
                inList ? null : carried.get("users"),
                inList ? null : carried.get("groups"),
                inList ? null : carried.get("statuses"),
                inList ? null : Schedules.show(campaign),
                campaign.retry().retriesFirst() ? "recall" : "normal",
                RecallStatus.show(campaign.retry().again()),
                campaign.masksNumbers(),
                campaign.callbacks().onRecord(),
                text(campaign.copiedFrom()),
                inList ? Map.<String, JsonNode>of() : CampaignFields.TABLE.unknown(campaign.carried()));
    }

    private static String templateName(Campaign campaign, @Nullable Template template) {
        if (template != null) {
            return template.name();
        }
        return campaign.script().actions().isEmpty() ? "" : ACTIONS;
    }

    private static String text(@Nullable UUID id) {
        return id == null ? "" : id.toString();
    }

    private static long secondsUp(Duration duration) {
        return duration.plusSeconds(1).minusNanos(1).toSeconds();
    }
}
