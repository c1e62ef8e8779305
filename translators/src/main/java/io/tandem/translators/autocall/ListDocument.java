package io.tandem.translators.autocall;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A list as v3 reads it, in the order of the documents. (autocall-v3.md, 1.5)
 *
 * @param totalLeads living leads
 * @param totalUpload rows of uploaded files
 * @param totalSuccess rows that became leads
 * @param totalFail rows that were refused, duplicates included
 * @param recallStatus always null: a list has no recall rule of its own
 * @param carried properties that the documents do not know, as they were sent; empty in lists
 */
public record ListDocument(
        @JsonProperty("domain_uuid") String domainUuid,
        @JsonProperty("list_uuid") String listUuid,
        @JsonProperty("list_name") String listName,
        @JsonProperty("campaign_uuid") String campaignUuid,
        @JsonProperty("description") String description,
        @JsonProperty("reset_time") String resetTime,
        @JsonProperty("active") boolean active,
        @JsonProperty("user_uuid") String userUuid,
        @JsonProperty("created_at") String createdAt,
        @JsonProperty("updated_at") String updatedAt,
        @JsonProperty("total_leads") long totalLeads,
        @JsonProperty("total_fields") long totalFields,
        @JsonProperty("campaign_name") String campaignName,
        @JsonProperty("username") String username,
        @JsonProperty("firstname") String firstname,
        @JsonProperty("middlename") String middlename,
        @JsonProperty("lastname") String lastname,
        @JsonProperty("total_upload") long totalUpload,
        @JsonProperty("total_success") long totalSuccess,
        @JsonProperty("total_fail") long totalFail,
        @JsonProperty("recall_status") @Nullable List<String> recallStatus,
        @JsonAnyGetter Map<String, JsonNode> carried) {}
