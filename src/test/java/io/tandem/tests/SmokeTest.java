package io.tandem.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The shortest way through the whole gateway. */
class SmokeTest {

    @ParameterizedTest
    @EnumSource(Database.class)
    void aLeadIsCalledAndHasARecord(Database database) {
        try (GatewayUnderTest gateway =
                GatewayUnderTest.start(database.fresh(), Map.of("TANDEM_CLOCK", "2030-03-04T03:00:00Z"))) {
            Api v3 = gateway.tenant("smoke").autocall();
            String campaign = v3.post("/v3/campaign", Api.object("campaign_name", "smoke", "type", "autocall"))
                    .text("/campaign_uuid");
            String list = v3.post("/v3/list", Api.object("campaign_uuid", campaign, "list_name", "smoke"))
                    .text("/list_uuid");
            v3.post("/v3/lead", Api.object("list_uuid", list, "phone_number", "0903199000"));

            Api.Answer started = v3.post("/v1/campaign/" + campaign + "/run/start", "{}");

            assertThat(started.status()).as(started.toString()).isEqualTo(200);
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(v3.get("/gateway/campaigns/" + campaign + "/progress")
                                    .json()
                                    .at("/targets/done")
                                    .asInt())
                            .isEqualTo(1));
            assertThat(gateway.journal().calls()).hasSize(1);
        }
    }
}
