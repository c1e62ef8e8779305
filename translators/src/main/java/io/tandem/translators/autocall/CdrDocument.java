package io.tandem.translators.autocall;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * The record of an ended call as v3 reads it, in the order of the documents. Times are the tenant's wall clock, empty
 * where there was nothing. (autocall-v3.md, 1.8)
 *
 * @param sipCallId the carrier's id of the call, which is ours
 * @param duration seconds from placing to the end
 * @param timeRingging spelled so in every document
 * @param billsec seconds of talk
 * @param pressKey JSON text, as {@link PressedKeys#keys}
 * @param presskeyDelay seconds from the answer to the last key
 * @param additional what the lead says beside its number
 */
public record CdrDocument(
        @JsonProperty("id") String id,
        @JsonProperty("parent_id") String parentId,
        @JsonProperty("sip_call_id") String sipCallId,
        @JsonProperty("cause") String cause,
        @JsonProperty("duration") long duration,
        @JsonProperty("direction") String direction,
        @JsonProperty("recording_url") String recordingUrl,
        @JsonProperty("extension") String extension,
        @JsonProperty("from_number") String fromNumber,
        @JsonProperty("to_number") String toNumber,
        @JsonProperty("receive_dest") String receiveDest,
        @JsonProperty("time_started") String timeStarted,
        @JsonProperty("time_answered") String timeAnswered,
        @JsonProperty("time_ended") String timeEnded,
        @JsonProperty("time_ringging") String timeRingging,
        @JsonProperty("status") String status,
        @JsonProperty("billsec") long billsec,
        @JsonProperty("app") String app,
        @JsonProperty("press_key") String pressKey,
        @JsonProperty("fullname") String fullname,
        @JsonProperty("email") String email,
        @JsonProperty("username") String username,
        @JsonProperty("sip_hangup_disposition") String sipHangupDisposition,
        @JsonProperty("campaign_uuid") String campaignUuid,
        @JsonProperty("lead_uuid") String leadUuid,
        @JsonProperty("rate") String rate,
        @JsonProperty("digits") String digits,
        @JsonProperty("note") String note,
        @JsonProperty("customer_fullname") String customerFullname,
        @JsonProperty("customer_email") String customerEmail,
        @JsonProperty("demand_customer") String demandCustomer,
        @JsonProperty("interest_segment") String interestSegment,
        @JsonProperty("additional") JsonNode additional,
        @JsonProperty("autocall_presskey_epoch") String autocallPresskeyEpoch,
        @JsonProperty("time_presskey") String timePresskey,
        @JsonProperty("presskey_delay") int presskeyDelay,
        @JsonProperty("autocall_recording_url") String autocallRecordingUrl) {}
