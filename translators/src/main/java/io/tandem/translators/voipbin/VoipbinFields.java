package io.tandem.translators.voipbin;

import static io.tandem.translators.voipbin.FieldMapping.Fidelity.CANNOT;
import static io.tandem.translators.voipbin.FieldMapping.Fidelity.EXACT;
import static io.tandem.translators.voipbin.FieldMapping.Fidelity.LOSS;
import static io.tandem.translators.voipbin.WireKind.CAMPAIGN;
import static io.tandem.translators.voipbin.WireKind.CAMPAIGNCALL;
import static io.tandem.translators.voipbin.WireKind.OUTDIAL;
import static io.tandem.translators.voipbin.WireKind.OUTDIALTARGET;
import static io.tandem.translators.voipbin.WireKind.OUTPLAN;

import io.tandem.translators.voipbin.FieldMapping.Fidelity;
import io.tandem.translators.voipbin.FieldMapping.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The field table of mapping.md, seen from v1.0: every field of the objects that both dialects have. The document is
 * generated from it, and the notes of an edit quote it.
 */
public final class VoipbinFields {

    private static final List<FieldMapping> TABLE = table();

    private VoipbinFields() {}

    /** Every field, in the order in which its object prints it. */
    public static List<FieldMapping> mapping() {
        return TABLE;
    }

    static Optional<FieldMapping> of(WireKind kind, String wire) {
        return TABLE.stream()
                .filter(field -> field.kind() == kind && field.wire().equals(wire))
                .findFirst();
    }

    private static List<FieldMapping> table() {
        List<FieldMapping> all = new ArrayList<>(campaign());
        all.addAll(campaigncall());
        all.addAll(outplan());
        all.addAll(outdial());
        all.addAll(target());
        return List.copyOf(all);
    }

    private static List<FieldMapping> campaign() {
        return List.of(
                field(CAMPAIGN, "id", "id", "campaign_uuid", EXACT, ""),
                field(CAMPAIGN, "customer_id", "tenant", "domain_uuid", EXACT, ""),
                field(
                                CAMPAIGN,
                                "type",
                                "kind",
                                "type, template_uuid",
                                LOSS,
                                "v3 shows flow as autocall without a template")
                        .withValues(new Word("call", "AUTOMATED, or AGENT with a queue"), new Word("flow", "FLOW")),
                field(
                        CAMPAIGN,
                        "name",
                        "name",
                        "campaign_name",
                        EXACT,
                        "unique in v3 only: a v3 write may meet a name that v1.0 gave twice"),
                field(CAMPAIGN, "detail", "description", "description", EXACT, ""),
                field(
                                CAMPAIGN,
                                "status",
                                "state",
                                "status, active",
                                LOSS,
                                "pause shows as stopping while calls are up, else as stop; inactive as stop; v3 shows stopping as stop")
                        .withValues(
                                new Word("stop", "STOPPED, PAUSED without calls up, or not enabled"),
                                new Word("stopping", "STOPPING, or PAUSED with calls up"),
                                new Word("run", "RUNNING")),
                field(
                        CAMPAIGN,
                        "service_level",
                        "pacing.agents",
                        "ratio",
                        LOSS,
                        "under the documented rule v3 shows 10,000 / service_level, rounded, and 0 for 0 and less"),
                field(
                                CAMPAIGN,
                                "end_handle",
                                "whenExhausted",
                                "",
                                CANNOT,
                                "v3 has no word for it and sees only that the campaign stops when exhausted")
                        .withValues(new Word("stop", "STOP"), new Word("continue", "WAIT")),
                field(
                        CAMPAIGN,
                        "actions",
                        "script",
                        "type_autocall, template_uuid",
                        LOSS,
                        "actions are no v3 template: v3 shows an empty template_uuid and keeps them; a template shows as one talk or play action"),
                field(
                        CAMPAIGN,
                        "outplan_id",
                        "dialPlan",
                        "call_timeout, recall_times, schedule_recall, schedule_recall_duration",
                        LOSS,
                        "v3 shows what the outplan says, not which one it is"),
                field(
                        CAMPAIGN,
                        "outdial_id",
                        "lists",
                        "lists of the campaign",
                        LOSS,
                        "v1.0 shows the first of the campaign's lists"),
                field(CAMPAIGN, "queue_id", "queue", "call_center_queue_uuid", EXACT, ""),
                field(CAMPAIGN, "next_campaign_id", "next", "", CANNOT, "v3 has no chain of campaigns"),
                field(CAMPAIGN, "tm_create", "created", "created_at", EXACT, "same instant, other format"),
                field(CAMPAIGN, "tm_update", "updated", "updated_at", EXACT, "same instant, other format"),
                field(CAMPAIGN, "tm_delete", "deleted", "", CANNOT, "what is deleted is gone in v3"));
    }

    private static List<FieldMapping> campaigncall() {
        return List.of(
                field(CAMPAIGNCALL, "id", "id", "id", EXACT, ""),
                field(CAMPAIGNCALL, "customer_id", "tenant", "", CANNOT, "v3 records bear no tenant"),
                field(CAMPAIGNCALL, "campaign_id", "campaign", "campaign_uuid", EXACT, ""),
                field(CAMPAIGNCALL, "outplan_id", "dialPlan", "", CANNOT, "v3 knows no outplans"),
                field(CAMPAIGNCALL, "outdial_id", "list", "", CANNOT, "v3 records name no list"),
                field(CAMPAIGNCALL, "outdial_target_id", "target", "lead_uuid", EXACT, ""),
                field(CAMPAIGNCALL, "queue_id", "queue", "", CANNOT, "v3 records name no queue"),
                field(CAMPAIGNCALL, "activeflow_id", "id", "", CANNOT, "derived from the record's id"),
                field(CAMPAIGNCALL, "flow_id", "campaign", "", CANNOT, "derived from the campaign's id"),
                field(
                                CAMPAIGNCALL,
                                "reference_type",
                                "campaign.kind",
                                "app",
                                LOSS,
                                "v3 does not tell a flow from a call")
                        .withValues(new Word("call", "AUTOMATED, AGENT"), new Word("flow", "FLOW")),
                field(CAMPAIGNCALL, "reference_id", "id", "sip_call_id", LOSS, "v3 may show the carrier's own call id"),
                field(CAMPAIGNCALL, "status", "answered, ended", "time_answered, time_ended", EXACT, "")
                        .withValues(
                                new Word("dialing", "not answered yet"),
                                new Word("progressing", "answered"),
                                new Word("done", "ended")),
                field(
                                CAMPAIGNCALL,
                                "result",
                                "reached, disposition",
                                "status",
                                LOSS,
                                "two values for nine; v3 shows the stored cause")
                        .withValues(
                                new Word("", "not ended"),
                                new Word("success", "answered, and the target needs no other try"),
                                new Word("fail", "every other end")),
                field(CAMPAIGNCALL, "source", "from", "from_number", LOSS, "v3 shows the number without its labels"),
                field(CAMPAIGNCALL, "destination", "to", "to_number", LOSS, "v3 shows the number without its labels"),
                field(CAMPAIGNCALL, "destination_index", "index", "", CANNOT, "v3 leads have one number"),
                field(CAMPAIGNCALL, "try_count", "tryNumber", "", CANNOT, "v3 counts calls on the lead"),
                field(CAMPAIGNCALL, "tm_create", "placed", "time_started", LOSS, "v3 prints whole seconds, local time"),
                field(
                        CAMPAIGNCALL,
                        "tm_update",
                        "updated",
                        "time_ended",
                        LOSS,
                        "v3 prints the end, not the last change"),
                field(CAMPAIGNCALL, "tm_delete", "deleted", "", CANNOT, "what is deleted is gone in v3"));
    }

    private static List<FieldMapping> outplan() {
        List<FieldMapping> fields = new ArrayList<>(List.of(
                field(OUTPLAN, "id", "id", "", CANNOT, "v3 knows no outplans"),
                field(OUTPLAN, "customer_id", "tenant", "domain_uuid", EXACT, ""),
                field(OUTPLAN, "name", "name", "", CANNOT, "v3 knows no outplans"),
                field(OUTPLAN, "detail", "detail", "", CANNOT, "v3 knows no outplans"),
                field(
                        OUTPLAN,
                        "source",
                        "callerId",
                        "carrier_uuid",
                        LOSS,
                        "overrides the carrier's caller id, which v3 goes on showing; a pool of caller ids shows as its first"),
                field(
                        OUTPLAN,
                        "dial_timeout",
                        "ringTimeout",
                        "call_timeout",
                        LOSS,
                        "milliseconds; v3 shows whole seconds, rounded up"),
                field(
                        OUTPLAN,
                        "try_interval",
                        "retryDelay",
                        "schedule_recall, schedule_recall_duration",
                        LOSS,
                        "milliseconds; v3 shows after below a minute, else whole minutes, rounded up"),
                field(
                        OUTPLAN,
                        "max_try_count_0",
                        "attempts[0]",
                        "recall_times",
                        LOSS,
                        "recall_times + 1; 0 (never tried) has no v3 value, shows as 0 and is kept")));
        for (int i = 1; i < 5; i++) {
            fields.add(field(
                    OUTPLAN, "max_try_count_" + i, "attempts[" + i + "]", "", CANNOT, "v3 leads have one number"));
        }
        fields.addAll(List.of(
                field(OUTPLAN, "tm_create", "created", "", CANNOT, "v3 knows no outplans"),
                field(OUTPLAN, "tm_update", "updated", "", CANNOT, "v3 knows no outplans"),
                field(OUTPLAN, "tm_delete", "deleted", "", CANNOT, "v3 knows no outplans")));
        return fields;
    }

    private static List<FieldMapping> outdial() {
        return List.of(
                field(OUTDIAL, "id", "id", "list_uuid", EXACT, ""),
                field(OUTDIAL, "customer_id", "tenant", "domain_uuid", EXACT, ""),
                field(OUTDIAL, "campaign_id", "campaign", "campaign_uuid", EXACT, ""),
                field(OUTDIAL, "name", "name", "list_name", EXACT, ""),
                field(OUTDIAL, "detail", "detail", "description", EXACT, ""),
                field(OUTDIAL, "data", "data", "", CANNOT, "v3 lists have no data of their own"),
                field(OUTDIAL, "tm_create", "created", "created_at", EXACT, "same instant, other format"),
                field(OUTDIAL, "tm_update", "updated", "updated_at", EXACT, "same instant, other format"),
                field(OUTDIAL, "tm_delete", "deleted", "", CANNOT, "what is deleted is gone in v3"));
    }

    private static List<FieldMapping> target() {
        List<FieldMapping> fields = new ArrayList<>(List.of(
                field(OUTDIALTARGET, "id", "id", "lead_uuid", EXACT, ""),
                field(OUTDIALTARGET, "outdial_id", "list", "list_uuid", EXACT, ""),
                field(OUTDIALTARGET, "name", "name", "lead_name", EXACT, ""),
                field(OUTDIALTARGET, "detail", "detail", "", CANNOT, "v3 leads have no detail"),
                field(OUTDIALTARGET, "data", "data", "additional", EXACT, "JSON text"),
                field(OUTDIALTARGET, "status", "state", "status", LOSS, "v3 tells more ends apart")
                        .withValues(
                                new Word("idle", "FRESH, RETRY"),
                                new Word("progressing", "CALLING"),
                                new Word("done", "DONE, EXHAUSTED, DO_NOT_CALL")),
                field(
                        OUTDIALTARGET,
                        "destination_0",
                        "destinations[0]",
                        "phone_number",
                        LOSS,
                        "v3 shows the number without its labels")));
        for (int i = 1; i < 5; i++) {
            fields.add(field(
                    OUTDIALTARGET,
                    "destination_" + i,
                    "destinations[" + i + "]",
                    "",
                    CANNOT,
                    "v3 leads have one number"));
        }
        fields.add(field(
                OUTDIALTARGET, "try_count_0", "tries[0]", "called_count", LOSS, "v3 counts calls over all numbers"));
        for (int i = 1; i < 5; i++) {
            fields.add(field(
                    OUTDIALTARGET, "try_count_" + i, "tries[" + i + "]", "called_count", LOSS, "v3 shows the sum"));
        }
        fields.addAll(List.of(
                field(OUTDIALTARGET, "tm_create", "created", "created_at", EXACT, "same instant, other format"),
                field(
                        OUTDIALTARGET,
                        "tm_update",
                        "updated, lastCalled",
                        "updated_at",
                        LOSS,
                        "v1.0 shows the later of both, and tm_create if there is none"),
                field(OUTDIALTARGET, "tm_delete", "deleted", "", CANNOT, "what is deleted is gone in v3")));
        return fields;
    }

    private static FieldMapping field(
            WireKind kind, String wire, String canonical, String autocall, Fidelity fidelity, String reason) {
        return new FieldMapping(kind, wire, canonical, autocall, fidelity, reason, List.of());
    }
}
