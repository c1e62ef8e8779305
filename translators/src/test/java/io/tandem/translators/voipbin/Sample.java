package io.tandem.translators.voipbin;

import io.tandem.campaigns.model.Address;
import io.tandem.campaigns.model.AgentPacing;
import io.tandem.campaigns.model.CallAttempt;
import io.tandem.campaigns.model.Callbacks;
import io.tandem.campaigns.model.CallingHours;
import io.tandem.campaigns.model.Campaign;
import io.tandem.campaigns.model.CampaignKind;
import io.tandem.campaigns.model.Carried;
import io.tandem.campaigns.model.Destination.PhoneNumber;
import io.tandem.campaigns.model.DialPlan;
import io.tandem.campaigns.model.Disposition;
import io.tandem.campaigns.model.HangupCause;
import io.tandem.campaigns.model.Pacing;
import io.tandem.campaigns.model.RetryPolicy;
import io.tandem.campaigns.model.Run;
import io.tandem.campaigns.model.Script;
import io.tandem.campaigns.model.Template;
import io.tandem.campaigns.model.Tenant;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.service.CampaignView;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One object of each kind, with the ids of the seed documents. */
final class Sample {

    static final UUID CAMPAIGN = UUID.fromString("183c0d5c-691e-42f3-af2b-9bffc2740f83");
    static final UUID OUTPLAN = UUID.fromString("d5fb7357-7ddb-4f2d-87b5-8ccbfd6c039e");
    static final UUID OUTDIAL = UUID.fromString("40bea034-1d17-474d-a5de-da00d0861c69");
    static final UUID QUEUE = UUID.fromString("99bf739a-932f-433c-b1bf-103d33d7e9bb");
    static final UUID TARGET = UUID.fromString("f50b169d-ce02-4bc9-a6e7-bb632c71e450");
    static final UUID OTHER = UUID.fromString("c1d2e3f4-a5b6-7890-cdef-123456789012");

    static final TenantId TENANT_ID = TenantId.of("7c4d2f3a-1b8e-4f5c-9a6d-3e2f1a0b4c5d");
    static final Instant CREATED = Instant.parse("2022-04-28T02:16:39.712142Z");
    static final Instant UPDATED = Instant.parse("2022-04-30T17:53:51.685259Z");
    static final Instant NOW = Instant.parse("2026-01-15T09:30:00.123456Z");

    static final Tenant TENANT = new Tenant(
            TENANT_ID,
            "demo",
            ZoneId.of("Asia/Ho_Chi_Minh"),
            "VN",
            "2022-10",
            List.of(),
            Set.of("VN", "KR"),
            Tenant.Caps.DEFAULT,
            false,
            CREATED,
            null);

    private Sample() {}

    static Creation creation(WireVersion version) {
        return new Creation(TENANT, version, () -> OTHER, NOW);
    }

    static Creation creation() {
        return creation(WireVersion.DEFAULT);
    }

    static Campaign campaign() {
        return new Campaign(
                TENANT_ID,
                CAMPAIGN,
                "test campaign",
                "test campaign",
                "test campaign detail",
                CampaignKind.AGENT,
                true,
                Run.STOPPED,
                new Pacing(
                        1000, Pacing.ChannelMode.DIRECT, Map.of(), new AgentPacing(100, AgentPacing.Rule.DOCUMENTED)),
                OUTPLAN,
                CallingHours.ALWAYS,
                RetryPolicy.EVERY_NON_ANSWER,
                Script.EMPTY.withActions(
                        List.of(new Script.Action(null, null, "talk", "{\"text\":\"Hello.\",\"language\":\"en-US\"}"))),
                List.of(OUTDIAL),
                QUEUE,
                null,
                Callbacks.NONE,
                Campaign.WhenExhausted.STOP,
                null,
                null,
                false,
                Carried.NONE,
                3,
                CREATED,
                null,
                null);
    }

    static CampaignView view(Campaign campaign) {
        return view(campaign, null);
    }

    static CampaignView view(Campaign campaign, @Nullable Template template) {
        return new CampaignView(TENANT, campaign, plan(), template, null);
    }

    static Template speech(String speaker) {
        return new Template(
                TENANT_ID,
                OTHER,
                "t",
                Template.Voice.SPEECH,
                speaker,
                "Xin chào {{ten}}",
                null,
                Carried.NONE,
                CREATED,
                null,
                null);
    }

    static Template audio(@Nullable UUID file) {
        return new Template(
                TENANT_ID, OTHER, "t", Template.Voice.FILE, "", "", file, Carried.NONE, CREATED, null, null);
    }

    static DialPlan plan() {
        return new DialPlan(
                TENANT_ID,
                OUTPLAN,
                "test outplan",
                "",
                Address.of(new PhoneNumber("+15559876543")),
                Duration.ofSeconds(30),
                Duration.ofMinutes(1),
                List.of(5, 0, 0, 0, 0),
                Carried.NONE,
                CREATED,
                null,
                null);
    }

    /** An answered call that has ended, as seed 002 prints it. */
    static CallAttempt attempt() {
        Instant placed = Instant.parse("2022-04-29T07:01:45.808944Z");
        Instant ended = Instant.parse("2022-04-29T07:02:48.304704Z");
        return new CallAttempt(
                TENANT_ID,
                UUID.fromString("56347901-5bb9-422d-add5-5a2ca47fa737"),
                CAMPAIGN,
                OTHER,
                OUTPLAN,
                OUTDIAL,
                TARGET,
                QUEUE,
                null,
                null,
                Address.of(new PhoneNumber("+821021656521")),
                Address.of(new PhoneNumber("+821021656521")),
                0,
                1,
                placed,
                placed.plusSeconds(2),
                placed.plusSeconds(10),
                ended,
                HangupCause.NORMAL_CLEARING,
                Disposition.ANSWERED,
                true,
                Duration.ofSeconds(52),
                ended,
                null);
    }
}
