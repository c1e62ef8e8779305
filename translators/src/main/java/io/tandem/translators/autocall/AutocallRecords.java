package io.tandem.translators.autocall;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.campaigns.model.Address;
import io.tandem.campaigns.model.CallAttempt;
import io.tandem.campaigns.model.Campaign;
import io.tandem.campaigns.model.CampaignKind;
import io.tandem.campaigns.model.Disposition;
import io.tandem.campaigns.model.Target;
import io.tandem.campaigns.model.Tenant;
import io.tandem.campaigns.service.RecordService.CampaignResults;
import io.tandem.campaigns.service.RecordService.TargetResult;
import io.tandem.campaigns.service.RecordService.View;
import io.tandem.translators.phone.MaskedNumber;
import io.tandem.translators.phone.NumberMask;
import io.tandem.translators.phone.PhoneReader;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Records of calls, and reports of them, as v3 reads them. (autocall-v3.md, 1.8) */
public final class AutocallRecords {

    private AutocallRecords() {}

    /**
     * The record of an ended attempt. Durations are whole seconds that have passed, each rounded down for itself; the
     * calling number is in its national form, as v3 clients write theirs.
     */
    public static CdrDocument show(View view, Tenant tenant) {
        CallAttempt attempt = view.attempt();
        Campaign campaign = view.campaign();
        ZoneId zone = tenant.zone();
        Instant ended = Objects.requireNonNull(attempt.ended());
        Disposition disposition = Objects.requireNonNull(attempt.disposition());
        String id = attempt.id().toString();
        String called = called(tenant, view.target(), attempt.to());
        Address from = attempt.from();
        PressedKeys pressed = PressedKeys.of(attempt, zone);
        return new CdrDocument(
                id,
                id,
                id,
                HangupCauses.name(attempt.cause(), disposition),
                Duration.between(attempt.placed(), ended).toSeconds(),
                "outbound",
                "",
                "",
                from == null ? "" : PhoneReader.of(tenant).national(from.written()),
                view.masked() ? MaskedNumber.of(called) : called,
                "",
                LocalTimes.of(attempt.placed(), zone),
                LocalTimes.of(attempt.answered(), zone),
                LocalTimes.of(ended, zone),
                LocalTimes.of(attempt.ringing(), zone),
                Dispositions.status(disposition),
                attempt.talk().toSeconds(),
                campaign.kind() == CampaignKind.AGENT ? "autodialer" : "autocall",
                pressed.keys(),
                "",
                "",
                "",
                HangupCauses.side(attempt.cause(), disposition),
                attempt.campaign().toString(),
                attempt.target().toString(),
                "",
                "",
                Dispositions.note(disposition),
                "",
                "",
                "",
                "",
                additional(view.target(), view.masked() ? mask(tenant, view.target(), attempt.to()) : null),
                pressed.epoch(),
                pressed.time(),
                pressed.delay(),
                "");
    }

    /** The number in the form in which the client wrote it, as long as the lead still has it. */
    private static String called(Tenant tenant, Target target, Address to) {
        Address first = target.destinations().get(0);
        boolean still = first != null && first.destination().equals(to.destination());
        return still ? LeadShown.phone(tenant, target) : to.destination().text();
    }

    private static JsonNode additional(Target target, @Nullable NumberMask mask) {
        JsonNode data = Json.isObjectText(target.data()) ? Json.read(target.data()) : Json.object();
        return mask == null ? data : mask.tree(data);
    }

    /** Also of a number that the lead had when it was called. */
    private static NumberMask mask(Tenant tenant, Target target, Address to) {
        List<@Nullable Address> called = new ArrayList<>(target.destinations());
        called.add(to);
        return NumberMask.of(PhoneReader.of(tenant), called);
    }

    /**
     * A campaign's row of its report. There is no column for failed calls and mailboxes; they are in the total.
     *
     * @param busyLine always 0, like {@code inbound}, {@code ivr} and {@code local}: the gateway places calls only
     */
    public record CampaignReport(
            @JsonProperty("answered") long answered,
            @JsonProperty("busy") long busy,
            @JsonProperty("busy_line") long busyLine,
            @JsonProperty("campaign_name") String campaignName,
            @JsonProperty("campaign_uuid") String campaignUuid,
            @JsonProperty("cancel") long cancel,
            @JsonProperty("congestion") long congestion,
            @JsonProperty("inbound") long inbound,
            @JsonProperty("invalid") long invalid,
            @JsonProperty("ivr") long ivr,
            @JsonProperty("local") long local,
            @JsonProperty("no_answered") long noAnswered,
            @JsonProperty("not_available") long notAvailable,
            @JsonProperty("outbound") long outbound,
            @JsonProperty("phone_block") long phoneBlock,
            @JsonProperty("total") long total) {}

    /** All rows of the report of campaigns; it has no pages. */
    public record CampaignReports(@JsonProperty("data") List<CampaignReport> data) {}

    public static CampaignReport report(CampaignResults row) {
        Map<Disposition, Long> results = row.results();
        long total = results.values().stream().mapToLong(Long::longValue).sum();
        return new CampaignReport(
                of(results, Disposition.ANSWERED) + of(results, Disposition.ABANDONED),
                of(results, Disposition.BUSY),
                0,
                row.campaign().name(),
                row.campaign().id().toString(),
                of(results, Disposition.CANCELLED),
                of(results, Disposition.CONGESTION),
                0,
                of(results, Disposition.INVALID_NUMBER),
                0,
                0,
                of(results, Disposition.NO_ANSWER),
                of(results, Disposition.NOT_AVAILABLE),
                total,
                of(results, Disposition.BLOCKED),
                total);
    }

    private static long of(Map<Disposition, Long> results, Disposition disposition) {
        return results.getOrDefault(disposition, 0L);
    }

    /** A lead's row of its report: the last call's record, or empty fields where there is none. */
    public record LeadReport(
            @JsonProperty("billsec") long billsec,
            @JsonProperty("called_count") int calledCount,
            @JsonProperty("campaign_name") String campaignName,
            @JsonProperty("cdr_uuid") String cdrUuid,
            @JsonProperty("contract_number") String contractNumber,
            @JsonProperty("duration") long duration,
            @JsonProperty("lead_code") String leadCode,
            @JsonProperty("lead_uuid") String leadUuid,
            @JsonProperty("lead_name") String leadName,
            @JsonProperty("list_name") String listName,
            @JsonProperty("phone_number") String phoneNumber,
            @JsonProperty("press_key") String pressKey,
            @JsonProperty("record_name") String recordName,
            @JsonProperty("recording_url") String recordingUrl,
            @JsonProperty("status") String status,
            @JsonProperty("additional") JsonNode additional,
            @JsonProperty("start_stamp") String startStamp,
            @JsonProperty("end_stamp") String endStamp,
            @JsonProperty("answer_stamp") String answerStamp,
            @JsonProperty("created_at") String createdAt,
            @JsonProperty("last_call_time") String lastCallTime) {}

    public static LeadReport report(TargetResult row, Tenant tenant) {
        Target target = row.target();
        Campaign campaign = row.campaign();
        CallAttempt last = row.last();
        Disposition disposition = last == null ? null : last.disposition();
        CarriedFields carried = new CarriedFields(target.carried());
        ZoneId zone = tenant.zone();
        NumberMask mask = row.masked() ? LeadShown.mask(tenant, target) : null;
        UnaryOperator<String> words = mask == null ? UnaryOperator.identity() : mask::text;
        String phone = LeadShown.phone(tenant, target);
        Address first = target.destinations().get(0);
        return new LeadReport(
                last == null ? 0 : last.talk().toSeconds(),
                target.calledCount(),
                campaign == null ? "" : campaign.name(),
                last == null ? "" : last.id().toString(),
                words.apply(carried.text("contract_number", "")),
                duration(last),
                words.apply(carried.text("lead_code", "")),
                target.id().toString(),
                words.apply(target.name()),
                row.list().name(),
                mask == null ? phone : MaskedNumber.of(phone),
                last == null ? "" : PressedKeys.of(last, zone).keys(),
                "",
                "",
                disposition == null ? "" : Dispositions.status(disposition),
                first == null ? Json.object() : additional(target, mask),
                last == null ? "" : LocalTimes.of(last.placed(), zone),
                last == null ? "" : LocalTimes.of(last.ended(), zone),
                last == null ? "" : LocalTimes.of(last.answered(), zone),
                WireTimes.of(target.created(), zone),
                target.lastCalled() == null ? WireTimes.NEVER_CALLED : WireTimes.of(target.lastCalled(), zone));
    }

    private static long duration(@Nullable CallAttempt last) {
        Instant ended = last == null ? null : last.ended();
        return last == null || ended == null
                ? 0
                : Duration.between(last.placed(), ended).toSeconds();
    }
}
