package io.tandem.translators.autocall;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * A lead as v3 reads it, in the order of the documents. (autocall-v3.md, 1.5)
 *
 * @param phoneNumber in the form in which the client wrote it; masked if the campaign masks numbers
 * @param additional JSON text
 * @param afterDay days after its creation before the lead may be called
 * @param carried properties that the documents do not know, as they were sent; empty in lists
 */
public record LeadDocument(
        @JsonProperty("domain_uuid") String domainUuid,
        @JsonProperty("lead_uuid") String leadUuid,
        @JsonProperty("lead_name") String leadName,
        @JsonProperty("lead_code") String leadCode,
        @JsonProperty("list_uuid") String listUuid,
        @JsonProperty("phone_number") String phoneNumber,
        @JsonProperty("contract_number") String contractNumber,
        @JsonProperty("status") String status,
        @JsonProperty("alt_status") String altStatus,
        @JsonProperty("identity_number") String identityNumber,
        @JsonProperty("identity_issued_at") String identityIssuedAt,
        @JsonProperty("identity_issued_on") String identityIssuedOn,
        @JsonProperty("address") String address,
        @JsonProperty("province") String province,
        @JsonProperty("district") String district,
        @JsonProperty("ward") String ward,
        @JsonProperty("date_of_birth") String dateOfBirth,
        @JsonProperty("additional") String additional,
        @JsonProperty("after_day") long afterDay,
        @JsonProperty("called_count") int calledCount,
        @JsonProperty("last_call_time") String lastCallTime,
        @JsonProperty("created_at") String createdAt,
        @JsonProperty("updated_at") String updatedAt,
        @JsonProperty("hopper_id") long hopperId,
        @JsonProperty("comment") String comment,
        @JsonProperty("ref_id") String refId,
        @JsonProperty("ref_code") String refCode,
        @JsonProperty("gender") String gender,
        @JsonProperty("other_identity_number") String otherIdentityNumber,
        @JsonProperty("other_identity_issued_at") String otherIdentityIssuedAt,
        @JsonProperty("other_identity_issued_on") String otherIdentityIssuedOn,
        @JsonProperty("network") String network,
        @JsonProperty("campaign_uuid") String campaignUuid,
        @JsonProperty("campaign_name") String campaignName,
        @JsonProperty("list_name") String listName,
        @JsonProperty("assign_user_uuid") String assignUserUuid,
        @JsonProperty("assign_username") String assignUsername,
        @JsonAnyGetter Map<String, JsonNode> carried) {}
