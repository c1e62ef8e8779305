package io.tandem.translators.voipbin;

import static io.tandem.translators.voipbin.Refusals.assertWrongType;
import static io.tandem.translators.voipbin.Refusals.fieldsRefusedBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tandem.campaigns.model.Agent;
import io.tandem.campaigns.model.Agent.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VoipbinAgentsTest {

    private static final String FULL = """
            {"username":"agent1@example.com","password":"pw","name":"Agent 1","detail":"d","ring_method":"linear",
             "permission":48,"tag_ids":["c1d2e3f4-a5b6-7890-cdef-123456789012"],
             "addresses":[{"type":"sip","target":"a@b"},{"type":"extension","target":"1001"},{"type":"tel"}]}""";

    @Test
    void makesAnAgentWhoIsOffline() {
        var made = VoipbinAgents.create(Json.object(FULL), Sample.creation());

        Agent agent = made.agent();
        assertThat(made.password()).isEqualTo("pw");
        assertThat(made.toString()).doesNotContain("pw");
        assertThat(agent.passwordHash()).isNull();
        assertThat(agent.status()).isEqualTo(Status.OFFLINE);
        assertThat(agent.permission()).isEqualTo(48);
        assertThat(agent.tags()).containsExactly(Sample.OTHER);
        assertThat(VoipbinAgents.show(agent, WireVersion.V2026_08).path("addresses"))
                .hasToString("""
                        [{"type":"sip","target":"a@b"},{"type":"extension","target":"1001"},{"type":"tel"}]""");
    }

    @Test
    void neverShowsOrCarriesThePassword() {
        Agent agent = VoipbinAgents.create(Json.object(FULL), Sample.creation()).agent();

        assertThat(Json.compact(VoipbinAgents.show(agent, WireVersion.DEFAULT))).doesNotContain("pw", "password");
        assertThat(agent.carried().byDialect()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"password\":\"p\"} | username",
                "{\"username\":\"u\"} | password",
                "{\"username\":\" \",\"password\":\"p\"} | username",
                "{\"username\":\"u\",\"password\":\"p\",\"ring_method\":\"random\"} | ring_method",
                "{\"username\":\"u\",\"password\":\"p\",\"permission\":1} | permission",
                "{\"username\":\"u\",\"password\":\"p\",\"permission\":256} | permission",
                "{\"username\":\"u\",\"password\":\"p\",\"permission\":-16} | permission",
                "{\"username\":\"u\",\"password\":\"p\",\"tag_ids\":[\"x\"]} | tag_ids",
            })
    void refusesABrokenRuleNamingTheField(String body, String field) {
        assertThat(fieldsRefusedBy(() -> VoipbinAgents.create(Json.object(body), Sample.creation())))
                .containsExactly(field);
    }

    @Test
    void tellsAWrongTypeFromABrokenRule() {
        assertWrongType(
                "tag_ids",
                () -> VoipbinAgents.create(
                        Json.object("{\"username\":\"u\",\"password\":\"p\",\"tag_ids\":[1]}"), Sample.creation()));
        assertWrongType(
                "addresses[0]",
                () -> VoipbinAgents.create(
                        Json.object("{\"username\":\"u\",\"password\":\"p\",\"addresses\":[1]}"), Sample.creation()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"available", "away", "busy", "ringing"})
    void setsAStatus(String word) {
        Agent agent = VoipbinAgents.status(Json.object("{\"status\":\"" + word + "\"}"), agent(), Sample.NOW);

        assertThat(VoipbinAgents.show(agent, WireVersion.DEFAULT).path("status").asText())
                .isEqualTo(word);
        assertThat(agent.updated()).isEqualTo(Sample.NOW);
    }

    @Test
    void refusesAnUnknownStatus() {
        for (String body : new String[] {"{}", "{\"status\":\"\"}", "{\"status\":\"AWAY\"}"}) {
            assertThat(fieldsRefusedBy(() -> VoipbinAgents.status(Json.object(body), agent(), Sample.NOW)))
                    .containsExactly("status");
        }
    }

    @Test
    void remembersWhatWasSetDuringACall() {
        Agent onCall = agent().withStatus(Status.AVAILABLE).withCall(Sample.OTHER);

        Agent away = VoipbinAgents.status(Json.object("{\"status\":\"away\"}"), onCall, Sample.NOW);

        assertThat(VoipbinAgents.show(away, WireVersion.DEFAULT).path("status").asText())
                .isEqualTo("busy");
        assertThat(VoipbinAgents.show(away.withCall(null), WireVersion.DEFAULT)
                        .path("status")
                        .asText())
                .isEqualTo("away");
    }

    @Test
    void changesOnlyWhatIsSent() {
        Agent before = agent();

        assertThat(VoipbinAgents.merge(Json.object("{\"detail\":\"\"}"), before, Sample.NOW))
                .isEqualTo(before.withDetail("").withUpdated(Sample.NOW));
        assertThat(VoipbinAgents.merge(VoipbinAgents.show(before, WireVersion.DEFAULT), before, Sample.NOW))
                .isSameAs(before);
        assertThat(VoipbinAgents.tags(Json.object("{\"tag_ids\":[]}"), before, Sample.NOW)
                        .tags())
                .isEmpty();
        assertThat(VoipbinAgents.addresses(VoipbinAgents.show(before, WireVersion.DEFAULT), before, Sample.NOW))
                .isSameAs(before);
    }

    @Test
    void setsPermissionAndPassword() {
        Agent before = agent();

        assertThat(VoipbinAgents.permission(Json.object("{\"permission\":32}"), before, Sample.NOW))
                .isEqualTo(before.withPermission(32).withUpdated(Sample.NOW));
        assertThat(VoipbinAgents.permission(Json.object("{\"permission\":48}"), before, Sample.NOW))
                .isSameAs(before);
        assertThat(VoipbinAgents.password(Json.object("{\"password\":\"new\"}")))
                .isEqualTo("new");
        for (String body : new String[] {"{}", "{\"permission\":1}", "{\"permission\":null}"}) {
            assertThat(fieldsRefusedBy(() -> VoipbinAgents.permission(Json.object(body), before, Sample.NOW)))
                    .containsExactly("permission");
        }
        assertThat(fieldsRefusedBy(() -> VoipbinAgents.password(Json.object("{\"password\":\"\"}"))))
                .containsExactly("password");
    }

    @Test
    void filtersByTagAndShownStatus() {
        Agent free = agent().withStatus(Status.AVAILABLE);
        Agent busy = free.withCall(Sample.OTHER);

        assertThat(AgentFilter.of(null, null).admits(free)).isTrue();
        assertThat(AgentFilter.of(null, "available").admits(free)).isTrue();
        assertThat(AgentFilter.of(null, "available").admits(busy)).isFalse();
        assertThat(AgentFilter.of(Sample.QUEUE + ", " + Sample.OTHER, "busy").admits(busy))
                .isTrue();
        assertThat(AgentFilter.of(Sample.QUEUE.toString(), null).admits(free)).isFalse();
        assertThatThrownBy(() -> AgentFilter.of("x", null)).isInstanceOf(WireFault.class);
        assertThatThrownBy(() -> AgentFilter.of(null, "x")).isInstanceOf(WireFault.class);
    }

    private static Agent agent() {
        return VoipbinAgents.create(Json.object(FULL), Sample.creation()).agent();
    }
}
