package io.tandem.translators.autocall;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A campaign as v3 reads it, in the order of the documents. "No value" is the empty text. (autocall-v3.md, 1.4.3)
 *
 * @param limitRecallDuration seconds of talk below which an answered call is called again
 * @param scheduleRecallDuration minutes
 * @param callTimeout seconds
 * @param users null until written (D44), and in lists; likewise {@code groups} and {@code statuses}
 * @param schedules null in lists
 * @param carried properties that the documents do not know, as they were sent; empty in lists
 */
public record CampaignDocument(
        @JsonProperty("domain_uuid") String domainUuid,
        @JsonProperty("campaign_uuid") String campaignUuid,
        @JsonProperty("campaign_name") String campaignName,
        @JsonProperty("type") String type,
        @JsonProperty("description") String description,
        @JsonProperty("active") boolean active,
        @JsonProperty("concurrent_call") int concurrentCall,
        @JsonProperty("ratio") int ratio,
        @JsonProperty("carrier_uuid") String carrierUuid,
        @JsonProperty("call_center_queue_uuid") String callCenterQueueUuid,
        @JsonProperty("template_uuid") String templateUuid,
        @JsonProperty("recall_times") int recallTimes,
        @JsonProperty("limit_recall_duration") long limitRecallDuration,
        @JsonProperty("schedule_recall") String scheduleRecall,
        @JsonProperty("schedule_recall_duration") long scheduleRecallDuration,
        @JsonProperty("hopper") int hopper,
        @JsonProperty("answer_callback_url") String answerCallbackUrl,
        @JsonProperty("local_start_time") String localStartTime,
        @JsonProperty("local_end_time") String localEndTime,
        @JsonProperty("customer_order") String customerOrder,
        @JsonProperty("allow_manual_dial") boolean allowManualDial,
        @JsonProperty("allow_search_lead") boolean allowSearchLead,
        @JsonProperty("enable_callback_alert") boolean enableCallbackAlert,
        @JsonProperty("default_list_uuid") String defaultListUuid,
        @JsonProperty("script_uuid") String scriptUuid,
        @JsonProperty("status") String status,
        @JsonProperty("created_at") String createdAt,
        @JsonProperty("updated_at") String updatedAt,
        @JsonProperty("call_center_queue_strategy") String callCenterQueueStrategy,
        @JsonProperty("template_name") String templateName,
        @JsonProperty("carrier_name") String carrierName,
        @JsonProperty("mode_call") String modeCall,
        @JsonProperty("network") NetworkDocument network,
        @JsonProperty("run_id") String runId,
        @JsonProperty("type_autocall") String typeAutocall,
        @JsonProperty("call_timeout") long callTimeout,
        @JsonProperty("domain_name") String domainName,
        @JsonProperty("users") @Nullable JsonNode users,
        @JsonProperty("groups") @Nullable JsonNode groups,
        @JsonProperty("statuses") @Nullable JsonNode statuses,
        @JsonProperty("schedules") @Nullable List<ScheduleDocument> schedules,
        @JsonProperty("priority_recall") String priorityRecall,
        @JsonProperty("recall_status") List<String> recallStatus,
        @JsonProperty("enable_encrypt") boolean enableEncrypt,
        @JsonProperty("callback_url") String callbackUrl,
        @JsonProperty("orig_campaign_uuid") String origCampaignUuid,
        @JsonAnyGetter Map<String, JsonNode> carried) {}
