package io.tandem.translators.autocall;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.tandem.campaigns.model.Audio;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What v3 answers to writes and lists. (autocall-v3.md, 1.1, 1.4 and 1.5) */
public final class Answers {

    private Answers() {}

    /**
     * The answer to a POST of a campaign.
     *
     * @param callCenterQueueUuid shown for {@code autodialer} only
     * @param dialplanUuid shown for {@code autodialer} only
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record CampaignCreated(
            @JsonProperty("campaign_uuid") String campaignUuid,
            @JsonProperty("created") boolean created,

            @JsonProperty("call_center_queue_uuid") @Nullable
            String callCenterQueueUuid,

            @JsonProperty("dialplan_uuid") @Nullable String dialplanUuid) {}

    public record CampaignWritten(
            @JsonProperty("campaign_uuid") String campaignUuid) {}

    /** The answer to an assignment of extensions. */
    public record CampaignAssigned(
            @JsonProperty("campaign_uuid") String campaignUuid,
            @JsonProperty("users") List<AssignedUser> users) {}

    /**
     * One extension of them.
     *
     * @param userUuid empty: v3 knows no users
     */
    public record AssignedUser(
            @JsonProperty("extension") String extension,
            @JsonProperty("user_uuid") String userUuid) {}

    public record CampaignSwitched(
            @JsonProperty("active") boolean active,
            @JsonProperty("campaign_uuid") String campaignUuid) {}

    public record ListCreated(
            @JsonProperty("created") boolean created,
            @JsonProperty("list_uuid") String listUuid) {}

    public record ListWritten(@JsonProperty("list_uuid") String listUuid) {}

    public record ListSwitched(
            @JsonProperty("active") boolean active,
            @JsonProperty("list_uuid") String listUuid) {}

    public record LeadCreated(
            @JsonProperty("created") boolean created,
            @JsonProperty("lead_uuid") String leadUuid) {}

    public record LeadWritten(@JsonProperty("lead_uuid") String leadUuid) {}

    public record CarrierCreated(
            @JsonProperty("carrier_uuid") String carrierUuid,
            @JsonProperty("created") boolean created) {}

    public record CarrierWritten(
            @JsonProperty("carrier_uuid") String carrierUuid) {}

    /** The answer to a POST of a template, whose {@code created} is a text. */
    public record TemplateCreated(
            @JsonProperty("created") String created,
            @JsonProperty("template_uuid") String templateUuid) {}

    /** The answer to a PUT of a template, whose {@code updated} is a text. */
    public record TemplateWritten(
            @JsonProperty("created") boolean created,
            @JsonProperty("template_uuid") String templateUuid,
            @JsonProperty("updated") String updated) {}

    /** The answer to a DELETE of a template, whose {@code deleted} is a text. */
    public record TemplateDeleted(@JsonProperty("deleted") String deleted) {}

    public record AudioCreated(
            @JsonProperty("created") boolean created,
            @JsonProperty("id") String id) {}

    public record AudioDeleted(@JsonProperty("message") String message) {

        public static final AudioDeleted DONE = new AudioDeleted("delete audio success");
    }

    /** A row of the list of sound files. */
    public record AudioRow(
            @JsonProperty("domain_uuid") String domainUuid,
            @JsonProperty("audio_uuid") String audioUuid,
            @JsonProperty("audio_name") String audioName,
            @JsonProperty("user_uuid") String userUuid,
            @JsonProperty("created_at") String createdAt) {

        public static AudioRow of(Audio audio, ZoneId zone) {
            return new AudioRow(
                    audio.tenant().toString(),
                    audio.id().toString(),
                    audio.name(),
                    audio.by().toString(),
                    WireTimes.of(audio.created(), zone));
        }
    }

    /** A row of the list of gateways. */
    public record GatewayRow(
            @JsonProperty("gateway_uuid") String gatewayUuid,
            @JsonProperty("domain_uuid") String domainUuid,
            @JsonProperty("gateway") String gateway,
            @JsonProperty("description") String description) {}

    /**
     * The answer to {@code lead/multi}.
     *
     * @param fail ours (D25), the first thousand; left out when every row was good, so that the answer is the documented
     *     one
     * @param totalFail how many rows were refused; left out when {@code fail} shows them all
     */
    public record LeadsAdded(
            @JsonProperty("message") String message,
            @JsonProperty("total_insert") int totalInsert,

            @JsonProperty("fail") @JsonInclude(JsonInclude.Include.NON_EMPTY)
            List<RefusedLead> fail,

            @JsonProperty("total_fail") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Integer totalFail) {

        private static final int MOST_SHOWN = 1_000;

        public static LeadsAdded of(int inserted, List<RefusedLead> refused) {
            int shown = Math.min(MOST_SHOWN, refused.size());
            return new LeadsAdded(
                    "success", inserted, refused.subList(0, shown), shown == refused.size() ? null : refused.size());
        }
    }

    /**
     * A row that did not become a lead.
     *
     * @param index of the row in {@code data}, from 0
     */
    public record RefusedLead(
            @JsonProperty("index") int index,
            @JsonProperty("error") String error) {}

    public record UploadAccepted(@JsonProperty("msg") String msg) {

        public static final UploadAccepted PROCESSING = new UploadAccepted("file upload is processing");
    }

    public record PageOf<T>(
            @JsonProperty("data") List<T> data,
            @JsonProperty("limit") int limit,
            @JsonProperty("offset") int offset,
            @JsonProperty("total") long total) {}
}
