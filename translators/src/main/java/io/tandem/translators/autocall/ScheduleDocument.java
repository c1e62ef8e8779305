package io.tandem.translators.autocall;

import com.fasterxml.jackson.annotation.JsonProperty;

/** One week of {@code schedules} as it is read: nanoseconds since local midnight. (autocall-v3.md, 1.4.3 and 2.7) */
public record ScheduleDocument(
        @JsonProperty("domain_uuid") String domainUuid,
        @JsonProperty("id") String id,
        @JsonProperty("campaign_uuid") String campaignUuid,
        @JsonProperty("monday_start_time") long mondayStartTime,
        @JsonProperty("monday_end_time") long mondayEndTime,
        @JsonProperty("tuesday_start_time") long tuesdayStartTime,
        @JsonProperty("tuesday_end_time") long tuesdayEndTime,
        @JsonProperty("wednesday_start_time") long wednesdayStartTime,
        @JsonProperty("wednesday_end_time") long wednesdayEndTime,
        @JsonProperty("thursday_start_time") long thursdayStartTime,
        @JsonProperty("thursday_end_time") long thursdayEndTime,
        @JsonProperty("friday_start_time") long fridayStartTime,
        @JsonProperty("friday_end_time") long fridayEndTime,
        @JsonProperty("saturday_start_time") long saturdayStartTime,
        @JsonProperty("saturday_end_time") long saturdayEndTime,
        @JsonProperty("sunday_start_time") long sundayStartTime,
        @JsonProperty("sunday_end_time") long sundayEndTime) {}
