package io.tandem.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tandem.campaigns.rules.NetworkPrefixes;
import io.tandem.gateway.Settings.DialerKind;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

    @Test
    void hasTheDocumentedDefaults() {
        Settings settings = Settings.of(Map.of());

        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.operatorToken()).isNull();
        assertThat(settings.dialer()).isEqualTo(DialerKind.SIMULATED);
        assertThat(settings.simSpeed()).isEqualTo(1);
        assertThat(settings.clock()).isNull();
        assertThat(settings.lease()).isEqualTo(Duration.ofSeconds(10));
        assertThat(settings.maxTalk()).isEqualTo(Duration.ofHours(1));
        assertThat(settings.cps()).isNull();
        assertThat(settings.carrierJournal()).isNull();
        assertThat(settings.networks()).isEqualTo(NetworkPrefixes.VIETNAM);
        assertThat(settings.maxUploadBytes()).isEqualTo(100L * 1024 * 1024);
        assertThat(settings.rateLimits()).isTrue();
    }

    @Test
    void readsEveryVariable() {
        Settings settings = Settings.of(Map.ofEntries(
                Map.entry("TANDEM_PORT", "0"),
                Map.entry("TANDEM_DB_URL", "jdbc:postgresql://db/tandem"),
                Map.entry("TANDEM_DB_USER", "gateway"),
                Map.entry("TANDEM_OPERATOR_TOKEN", "secret"),
                Map.entry("TANDEM_DIALER", "sip"),
                Map.entry("TANDEM_SIM_SPEED", "2.5"),
                Map.entry("TANDEM_CLOCK", "2026-01-31T09:30:00Z"),
                Map.entry("TANDEM_LEASE", "PT2S"),
                Map.entry("TANDEM_MAX_TALK", "PT5M"),
                Map.entry("TANDEM_CPS", "50"),
                Map.entry("TANDEM_CARRIER_JOURNAL", "calls.jsonl"),
                Map.entry("TANDEM_NETWORK_PREFIXES", "vina=+8491; offnet = 84"),
                Map.entry("TANDEM_MAX_UPLOAD", "5 mb"),
                Map.entry("TANDEM_RATE_LIMITS", "off")));

        assertThat(settings.port()).isZero();
        assertThat(settings.database().user()).isEqualTo("gateway");
        assertThat(settings.operatorToken()).isEqualTo("secret");
        assertThat(settings.dialer()).isEqualTo(DialerKind.SIP);
        assertThat(settings.simSpeed()).isEqualTo(2.5);
        assertThat(settings.clock()).isEqualTo(Instant.parse("2026-01-31T09:30:00Z"));
        assertThat(settings.lease()).isEqualTo(Duration.ofSeconds(2));
        assertThat(settings.maxTalk()).isEqualTo(Duration.ofMinutes(5));
        assertThat(settings.cps()).isEqualTo(50);
        assertThat(settings.carrierJournal()).isEqualTo(Path.of("calls.jsonl"));
        assertThat(settings.networks().text()).isEqualTo("vina=+8491;offnet=+84");
        assertThat(settings.maxUploadBytes()).isEqualTo(5L * 1024 * 1024);
        assertThat(settings.rateLimits()).isFalse();
    }

    @Test
    void takesAnEmptyVariableAsNotSet() {
        Settings settings = Settings.of(Map.of("TANDEM_PORT", " ", "TANDEM_OPERATOR_TOKEN", "", "TANDEM_DB_URL", ""));

        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.operatorToken()).isNull();
        assertThat(settings.database().url()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "TANDEM_PORT, abc",
        "TANDEM_PORT, -1",
        "TANDEM_PORT, 65536",
        "TANDEM_DB_URL, mysql://x",
        "TANDEM_DB_URL, jdbc:h2:mem:x;WRITE_DELAY=500",
        "TANDEM_OPERATOR_TOKEN, two words",
        "TANDEM_DIALER, carrier-pigeon",
        "TANDEM_SIM_SPEED, 0",
        "TANDEM_SIM_SPEED, NaN",
        "TANDEM_CLOCK, yesterday",
        "TANDEM_CLOCK, 2026-01-31",
        "TANDEM_LEASE, 10",
        "TANDEM_LEASE, PT0S",
        "TANDEM_MAX_TALK, P2D",
        "TANDEM_CPS, 0",
        "TANDEM_NETWORK_PREFIXES, vinaphone=+8491",
        "TANDEM_NETWORK_PREFIXES, viettel=032",
        "TANDEM_MAX_UPLOAD, 100",
        "TANDEM_MAX_UPLOAD, 11GB",
        "TANDEM_RATE_LIMITS, maybe"
    })
    void namesTheVariableThatIsWrongInASentence(String name, String value) {
        assertThatThrownBy(() -> Settings.of(Map.of(name, value)))
                .isInstanceOf(BadSetting.class)
                .hasMessageStartingWith(name)
                .hasMessageEndingWith(".");
    }

    @Test
    void keepsSecretsOutOfItsText() {
        Settings settings =
                Settings.of(Map.of("TANDEM_OPERATOR_TOKEN", "op-secret", "TANDEM_DB_PASSWORD", "db-secret"));

        assertThat(settings.toString()).doesNotContain("op-secret", "db-secret");
    }
}
