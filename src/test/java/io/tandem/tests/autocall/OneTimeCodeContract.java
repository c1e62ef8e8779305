package io.tandem.tests.autocall;

import static io.tandem.tests.autocall.TestNumbers.ANSWERED;
import static io.tandem.tests.autocall.TestNumbers.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tandem.campaigns.model.CallAttempt;
import io.tandem.campaigns.model.Disposition;
import io.tandem.campaigns.model.TargetState;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.service.Failure;
import io.tandem.campaigns.service.RecordService;
import io.tandem.tests.Api;
import io.tandem.tests.GatewayUnderTest;
import io.tandem.tests.TenantUnderTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A one-time code has a minute; the minute outlives the process, and ends while it is down. (autocall-v3.md, D36) */
abstract class OneTimeCodeContract {

    private static final Instant MORNING = Instant.parse("2030-03-04T03:00:00Z");
    private static final Duration MINUTE = Duration.ofSeconds(60);
    private static final Duration SOON = Duration.ofSeconds(30);

    private final Map<String, String> settings;

    /** @param settings of a database that outlives a gateway */
    OneTimeCodeContract(Map<String, String> settings) {
        this.settings = settings;
    }

    private GatewayUnderTest startedAt(Instant clock) {
        return GatewayUnderTest.start(settings, Map.of("TANDEM_CLOCK", clock.toString()));
    }

    @Test
    void endsAsFailedAMinuteAfterItWasPushedThoughNobodyWasThere_D36() {
        TenantId id;
        UUID call;
        try (GatewayUnderTest gateway = startedAt(MORNING)) {
            TenantUnderTest tenant = gateway.tenant("t");
            id = new TenantId(tenant.id());
            Autocall v3 = new Autocall(tenant.autocall());
            String campaign = v3.campaign("full", "concurrent_call", 0);
            v3.start(campaign);
            v3.api()
                    .post(
                            "/v3/template",
                            Api.object("template_name", "otp", "voice_type", "tts", "content", "{{code_otp}}"));
            Api.Answer pushed = v3.api()
                    .post(
                            "/v3/autocall/otp",
                            Api.object(
                                    "campaign_uuid", campaign,
                                    "phone_number", number(50, ANSWERED),
                                    "template", "otp",
                                    "code_otp", "1 2 3",
                                    "ref_id", "r-50"));
            call = UUID.fromString(pushed.text("/call_id"));
            assertThat(v3.edit(campaign, "status", "stop").status()).isEqualTo(200);
        }

        RecordService.View record;
        try (GatewayUnderTest gateway = startedAt(MORNING.plus(Duration.ofHours(1)))) {
            RecordService records = gateway.gateway().context().getBean(RecordService.class);
            await().atMost(SOON)
                    .ignoreExceptionsInstanceOf(Failure.NotFound.class)
                    .until(() -> records.byReference(id, "r-50").attempt().ended() != null);
            record = records.get(id, call);
            assertThat(gateway.journal().calls()).isEmpty();
        }

        CallAttempt attempt = record.attempt();
        assertThat(attempt.disposition()).isEqualTo(Disposition.FAILED);
        assertThat(attempt.ended()).isBetween(MORNING.plus(MINUTE), MORNING.plus(MINUTE.multipliedBy(2)));
        assertThat(record.target().state()).isEqualTo(TargetState.EXHAUSTED);
        assertThat(record.target().push())
                .isNotNull()
                .satisfies(push -> assertThat(push.expires()).isEqualTo(attempt.ended()));
    }
}
