package io.tandem.translators.autocall;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.tandem.translators.autocall.WireField.Write;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Every field of a campaign document, in the documents' order. (autocall-v3.md, 1.4; mapping.md, "Fields") */
final class CampaignFields {

    private static final Set<String> UNKNOWN_TO_V1 = Set.of("inbound", "manual");
    private static final String CARRIED_BY = "Campaign.carried";
    private static final String DERIVED = "derived for reading; v1.0 does not show it";
    private static final List<String> STRATEGIES =
            List.of("ring-all", "top-down", "agent-with-fewest-calls", "round-robin", "random");
    private static final long SHORTEST_RING = 5;
    private static final long LONGEST_RING = 180;

    static final FieldTable<CampaignDraft> TABLE = FieldTable.of(
            List.of("campaign_name", "type"),
            List.of(
                    readOnly("domain_uuid", "Campaign.tenant").by("v1.0 customer_id"),
                    readOnly("campaign_uuid", "Campaign.id"),
                    text("campaign_name", Checks.name(), CampaignWrites::name, "Campaign.name")
                            .refusingNull()
                            .comparedAs((sent, shown) -> stripped(sent)),
                    text("type", Checks.oneOf(CampaignWords.TYPES.all()), CampaignWrites::type, "Campaign.kind")
                            .refusingNull()
                            .cannot(
                                    "inbound and manual campaigns are not in v1.0 lists, 404 by id",
                                    value -> UNKNOWN_TO_V1.contains(value.asText())),
                    text(
                                    "description",
                                    Checks.text(0, Checks.LONGEST_TEXT),
                                    CampaignWrites::description,
                                    "Campaign.description")
                            .by("v1.0 detail"),
                    value("active", Checks.bool(), CampaignWrites::active, "Campaign.enabled")
                            .cannot(
                                    "v1.0 has no such switch: an inactive campaign shows as stop, and run is refused",
                                    value -> !value.booleanValue()),
                    value(
                                    "concurrent_call",
                                    CampaignFields::withinTenantCap,
                                    CampaignWrites::concurrentCall,
                                    "Campaign.pacing.maxConcurrent")
                            .cannot(
                                    "v1.0 paces by service_level and agents; the cap is kept and holds",
                                    CampaignFields::always),
                    value(
                                    AgentRatio.FIELD,
                                    AgentRatio::check,
                                    (draft, value, merged) -> AgentRatio.write(draft, value),
                                    "Campaign.pacing.agents")
                            .losing(
                                    "service_level is the ratio under the deployed rule, 10,000 / ratio under the"
                                            + " documented one, where 150 and 300 are rounded up",
                                    AgentRatio::isRounded),
                    text("carrier_uuid", Checks.orEmpty(Checks.uuid()), CampaignWrites::carrier, "Campaign.carrier")
                            .comparedAs((sent, shown) -> lowerCase(sent))
                            .losing(
                                    "v1.0 shows the carrier's first caller number as the outplan's source, and no"
                                            + " carrier",
                                    CampaignFields::filled),
                    text(
                                    "call_center_queue_uuid",
                                    Checks.orEmpty(Checks.uuid()),
                                    CampaignWrites::queue,
                                    "Campaign.queue")
                            .comparedAs((sent, shown) -> lowerCase(sent))
                            .by("v1.0 queue_id when the type is autodialer; carried otherwise"),
                    text(
                                    "template_uuid",
                                    Checks.orEmpty(Checks.uuid()),
                                    CampaignWrites::template,
                                    "Campaign.script.template")
                            .comparedAs((sent, shown) -> lowerCase(sent))
                            .losing("v1.0 shows a template as a talk or play action", CampaignFields::filled),
                    value("recall_times", Checks.integer(0, 20), CampaignWrites::recallTimes, "DialPlan.attempts[0]")
                            .by("v1.0 max_try_count_0 = recall_times + 1"),
                    value(
                                    "limit_recall_duration",
                                    Checks.integer(0, 3600),
                                    CampaignWrites::shortTalk,
                                    "Campaign.retry.shortTalk")
                            .cannot("v1.0 has no short-talk rule", CampaignFields::notZero),
                    text(
                                    RecallDelay.RECALL,
                                    Checks.oneOf(RecallDelay.MODES),
                                    (draft, value, merged) -> RecallDelay.write(draft, merged),
                                    "DialPlan.retryDelay")
                            .by("v1.0 try_interval: after is 10,000 ms; less than 60,000 ms shows as after"),
                    value(
                                    RecallDelay.DURATION,
                                    Checks.integer(0, RecallDelay.MOST_MINUTES),
                                    (draft, value, merged) -> RecallDelay.write(draft, merged),
                                    "DialPlan.retryDelay")
                            .by("v1.0 try_interval = minutes × 60,000 with minute; carried with after"),
                    carriedValue("hopper", Checks.integer(10, 100)),
                    text("answer_callback_url", CallbackAddress.CHECK, CampaignWrites::onAnswer, "Campaign.callbacks")
                            .cannot("v1.0 has webhooks per customer, not per campaign", CampaignFields::filled),
                    carriedText("local_start_time", Checks.orEmpty(Checks.timeOfDay())),
                    carriedText("local_end_time", Checks.orEmpty(Checks.timeOfDay())),
                    carriedText("customer_order"),
                    carriedValue("allow_manual_dial", Checks.bool()),
                    carriedValue("allow_search_lead", Checks.bool()),
                    carriedValue("enable_callback_alert", Checks.bool()),
                    carriedText("default_list_uuid"),
                    carriedText("script_uuid"),
                    value(
                                    "status",
                                    Checks.oneOf(CampaignWords.STATUSES.all()),
                                    CampaignWrites::status,
                                    "Campaign.run.state")
                            .losing(
                                    "v1.0 shows pause as stop (stopping while calls are up) and cannot tell that it"
                                            + " starts again",
                                    value -> value.asText().equals("pause")),
                    readOnly("created_at", "Campaign.created"),
                    readOnly("updated_at", "Campaign.updated"),
                    carriedText("call_center_queue_strategy", Checks.orEmpty(Checks.oneOf(STRATEGIES))),
                    readOnly("template_name", "Template.name").cannot(DERIVED),
                    readOnly("carrier_name", "Carrier.name").cannot(DERIVED),
                    text("mode_call", CampaignFields::mode, CampaignWrites::mode, "Campaign.pacing.channelMode")
                            .comparedAs((sent, shown) -> spelledAsDocumented(sent))
                            .cannot(
                                    "v1.0 has no channels",
                                    value -> !value.asText().equals("direct")),
                    value("network", Channels::check, CampaignWrites::channels, "Campaign.pacing.channels")
                            .comparedAs(Channels::normal)
                            .cannot("v1.0 has no channels", CampaignFields::hasChannels),
                    readOnly("run_id", "Campaign.run.id").cannot("v1.0 shows no run"),
                    text(
                                    "type_autocall",
                                    Checks.orEmpty(Checks.oneOf(CampaignWords.CONTENTS.all())),
                                    CampaignWrites::content,
                                    "Campaign.script.content")
                            .losing("v1.0 has actions instead of a declared kind of content", CampaignFields::filled),
                    value(
                                    "call_timeout",
                                    CampaignFields::ringSeconds,
                                    CampaignWrites::callTimeout,
                                    "DialPlan.ringTimeout")
                            .comparedAs((sent, shown) -> zeroAsDefault(sent))
                            .by("v1.0 dial_timeout = seconds × 1,000; from v1.0 rounded up to whole seconds"),
                    readOnly("domain_name", "Tenant.name").cannot(DERIVED),
                    carriedValue("users", Checks.smallArray()),
                    carriedValue("groups", Checks.smallArray()),
                    carriedValue("statuses", Checks.smallArray()),
                    value("schedules", Schedules::check, CampaignWrites::schedules, "Campaign.hours")
                            .comparedAs((sent, shown) -> Schedules.normal(sent))
                            .cannot("v1.0 has no calling hours; they are kept and hold", CampaignFields::always),
                    text(
                                    "priority_recall",
                                    Checks.oneOf(List.of("normal", "recall")),
                                    CampaignWrites::priority,
                                    "Campaign.retry.retriesFirst")
                            .cannot(
                                    "v1.0 has no order of retries",
                                    value -> value.asText().equals("recall")),
                    value("recall_status", RecallStatus::check, CampaignWrites::recallStatus, "Campaign.retry.again")
                            .comparedAs((sent, shown) -> RecallStatus.normal(sent))
                            .cannot(
                                    "v1.0 tries every non-answer again; the choice is kept and holds",
                                    CampaignFields::always),
                    value("enable_encrypt", Checks.bool(), CampaignWrites::masking, "Campaign.masksNumbers")
                            .cannot("v1.0 has no such switch; it masks numbers too", JsonNode::booleanValue),
                    text("callback_url", CallbackAddress.CHECK, CampaignWrites::onRecord, "Campaign.callbacks")
                            .cannot("v1.0 has webhooks per customer, not per campaign", CampaignFields::filled),
                    readOnly("orig_campaign_uuid", "Campaign.copiedFrom").cannot("v1.0 shows no source of a copy")));

    private CampaignFields() {}

    // These fix the draft's type, which the compiler cannot infer through the rows' calls.
    private static WireField<CampaignDraft> text(
            String name, Check check, Write<CampaignDraft> write, String canonical) {
        return WireField.text(name, check, write, canonical);
    }

    private static WireField<CampaignDraft> value(
            String name, Check check, Write<CampaignDraft> write, String canonical) {
        return WireField.value(name, check, write, canonical);
    }

    private static WireField<CampaignDraft> readOnly(String name, String canonical) {
        return WireField.readOnly(name, canonical);
    }

    private static WireField<CampaignDraft> carriedText(String name) {
        return WireField.carriedText(name, CARRIED_BY);
    }

    private static WireField<CampaignDraft> carriedText(String name, Check check) {
        return WireField.carriedText(name, CARRIED_BY, check);
    }

    private static WireField<CampaignDraft> carriedValue(String name, Check check) {
        return WireField.carriedValue(name, CARRIED_BY, check);
    }

    private static boolean always(JsonNode value) {
        return true;
    }

    private static boolean filled(JsonNode value) {
        return !value.asText().isEmpty();
    }

    private static boolean notZero(JsonNode value) {
        return value.longValue() != 0;
    }

    private static @Nullable JsonNode withinTenantCap(JsonNode sent, Check.Site site) {
        return Checks.integer(0, site.tenant().caps().calls()).read(sent, site);
    }

    /** 0 is the default; else 5 to 180. (autocall-v3.md, 2.9) */
    private static @Nullable JsonNode ringSeconds(JsonNode sent, Check.Site site) {
        JsonNode normal = zeroAsDefault(sent);
        return Checks.integer(SHORTEST_RING, LONGEST_RING).read(normal, site);
    }

    private static JsonNode zeroAsDefault(JsonNode sent) {
        return Json.same(sent, LongNode.valueOf(0))
                ? LongNode.valueOf(CampaignDraft.DEFAULT_RING_TIMEOUT.toSeconds())
                : sent;
    }

    private static @Nullable JsonNode mode(JsonNode sent, Check.Site site) {
        return Checks.oneOf(CampaignWords.MODES.all()).read(spelledAsDocumented(sent), site);
    }

    private static JsonNode spelledAsDocumented(JsonNode sent) {
        return sent.asText().equals("parallel") ? TextNode.valueOf("parralel") : sent;
    }

    private static JsonNode stripped(JsonNode sent) {
        return sent.isTextual() ? TextNode.valueOf(sent.textValue().strip()) : sent;
    }

    private static JsonNode lowerCase(JsonNode sent) {
        return sent.isTextual() && Checks.isUuid(sent.textValue())
                ? TextNode.valueOf(sent.textValue().toLowerCase(Locale.ROOT))
                : sent;
    }

    private static boolean hasChannels(JsonNode network) {
        for (JsonNode count : network) {
            if (count.longValue() != 0) {
                return true;
            }
        }
        return false;
    }
}
