package io.tandem.tests.networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tandem.tests.Api;
import io.tandem.tests.Database;
import io.tandem.tests.GatewayUnderTest;
import io.tandem.tests.TenantUnderTest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table of prefixes is configuration, and stored leads follow it. (autocall-v3.md, 2.1; docs/operations.md) */
class PrefixTableTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String OTHER_TABLE = "vina=+84903;offnet=84";

    @TempDir
    Path folder;

    @Test
    void leadsFollowAnotherTableOnH2() {
        leadsFollowAnotherTable(Database.h2File(folder));
    }

    @Test
    void leadsFollowAnotherTableOnPostgres() {
        leadsFollowAnotherTable(Database.POSTGRES.fresh());
    }

    private static void leadsFollowAnotherTable(Map<String, String> database) {
        String list;
        String plain;
        String ported;
        String token;
        try (GatewayUnderTest before = start(database, Map.of())) {
            TenantUnderTest tenant = before.tenant("a");
            token = tenant.keys().at("/autocall/api_key").asText();
            list = list(tenant.autocall());
            plain = lead(tenant.autocall(), list, "0903000001", "");
            ported = lead(tenant.autocall(), list, "0903000002", "viettel");
            assertThat(network(tenant.autocall(), plain)).isEqualTo("mobi");
            assertThat(network(tenant.autocall(), ported)).isEqualTo("viettel");
        }

        try (GatewayUnderTest after = start(database, Map.of("TANDEM_NETWORK_PREFIXES", OTHER_TABLE))) {
            Api api = api(after, token);
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(network(api, plain)).isEqualTo("vina"));
            assertThat(network(api, ported)).isEqualTo("viettel");
            assertThat(network(api, lead(api, list, "0903000003", ""))).isEqualTo("vina");
            assertThat(network(api, lead(api, list, "0349719999", ""))).isEqualTo("offnet");
        }
    }

    /** As in a rolling restart: the one that runs goes by the table of the one that comes. */
    @Test
    void aReplicaFollowsTheTableThatAnotherBrings() {
        Map<String, String> database = Database.POSTGRES.fresh();
        Map<String, String> quick = Map.of("TANDEM_LEASE", "PT2S");
        try (GatewayUnderTest running = start(database, quick)) {
            TenantUnderTest tenant = running.tenant("a");
            Api api = tenant.autocall();
            String list = list(api);
            List<String> stored = List.of(lead(api, list, "0903000001", ""), lead(api, list, "0349719999", ""));

            try (GatewayUnderTest coming =
                    start(database, Map.of("TANDEM_LEASE", "PT2S", "TANDEM_NETWORK_PREFIXES", OTHER_TABLE))) {
                assertThat(coming.gateway()).isNotNull();
                await().atMost(SOON)
                        .until(() -> network(api, stored.get(0)).equals("vina")
                                && network(api, stored.get(1)).equals("offnet"));
                int[] next = {2};
                await().atMost(SOON)
                        .until(() -> network(api, lead(api, list, "09030000%02d".formatted(next[0]++), ""))
                                .equals("vina"));
            }
        }
    }

    private static GatewayUnderTest start(Map<String, String> database, Map<String, String> more) {
        return GatewayUnderTest.start(database, more);
    }

    private static Api api(GatewayUnderTest gateway, String apiKey) {
        String token = gateway.api()
                .post("/v3/auth/token", Api.object("api_key", apiKey))
                .text("/token");
        return gateway.api().withHeader("Authorization", "Bearer " + token);
    }

    private static String list(Api api) {
        String campaign = api.post("/v3/campaign", Api.object("campaign_name", "c", "type", "autocall"))
                .text("/campaign_uuid");
        return api.post("/v3/list", Api.object("campaign_uuid", campaign, "list_name", "l"))
                .text("/list_uuid");
    }

    private static String lead(Api api, String list, String number, String network) {
        Api.Answer made =
                api.post("/v3/lead", Api.object("list_uuid", list, "phone_number", number, "network", network));
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        return made.text("/lead_uuid");
    }

    private static String network(Api api, String lead) {
        return api.get("/v3/lead/" + lead).text("/network");
    }
}
