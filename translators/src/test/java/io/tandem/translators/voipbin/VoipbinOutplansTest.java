package io.tandem.translators.voipbin;

import static io.tandem.translators.voipbin.Refusals.assertWrongType;
import static io.tandem.translators.voipbin.Refusals.fieldsRefusedBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tandem.campaigns.model.Address;
import io.tandem.campaigns.model.Carried;
import io.tandem.campaigns.model.Carrier;
import io.tandem.campaigns.model.Destination.NotDialable;
import io.tandem.campaigns.model.Destination.PhoneNumber;
import io.tandem.campaigns.model.DialPlan;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VoipbinOutplansTest {

    @Test
    void keepsMillisecondsAndTries() {
        DialPlan plan = create("""
                {"name":"test outplan","source":{"type":"tel","target":"+15559876543"},"dial_timeout":5500,
                 "try_interval":60001,"max_try_count_0":5,"max_try_count_1":0,"max_try_count_4":2}""");

        assertThat(plan.ringTimeout()).isEqualTo(Duration.ofMillis(5500));
        assertThat(plan.retryDelay()).isEqualTo(Duration.ofMillis(60001));
        assertThat(plan.attempts()).containsExactly(5, 0, 0, 0, 2);
        assertThat(plan.callerId()).isEqualTo(Address.of(new PhoneNumber("+15559876543")));
    }

    @Test
    void triesOnceWhenNoTriesAreNamed() {
        DialPlan plan = create("{\"name\":\"n\",\"max_try_count_0\":null}");

        assertThat(plan.attempts()).containsExactly(1, 0, 0, 0, 0);
        assertThat(plan.ringTimeout()).isEqualTo(VoipbinOutplans.DEFAULT_RING_TIMEOUT);
        assertThat(plan.retryDelay()).isEqualTo(VoipbinOutplans.DEFAULT_RETRY_DELAY);
        assertThat(plan.callerId()).isNull();
    }

    @Test
    void triesNeverWhenThatIsNamed() {
        assertThat(create("{\"max_try_count_0\":0}").attempts()).containsOnly(0);
        assertThat(create("{\"max_try_count_1\":3}").attempts()).containsExactly(0, 3, 0, 0, 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dial_timeout",
                "try_interval",
                "max_try_count_0",
                "max_try_count_1",
                "max_try_count_2",
                "max_try_count_3",
                "max_try_count_4"
            })
    void refusesNegativeNumbersNamingTheField(String field) {
        String body = "{\"" + field + "\":-1}";

        assertThat(fieldsRefusedBy(() -> create(body))).containsExactly(field);
        assertThat(fieldsRefusedBy(() -> VoipbinOutplans.dialInfo(Json.object(body), Sample.plan(), null, Sample.NOW)))
                .containsExactly(field);
        assertWrongType(field, () -> create("{\"" + field + "\":\"1\"}"));
    }

    @Test
    void takesASourceForShowingWhateverItIs() {
        assertThat(create("{\"source\":{\"target\":\"+12\"}}").callerId())
                .isEqualTo(new Address(new NotDialable("tel", "+12"), "+12", "", "", ""));
        assertThat(create("{\"source\":{\"type\":\"tel\",\"target\":\"1900\"}}").callerId())
                .isEqualTo(new Address(new NotDialable("tel", "1900"), "1900", "", "", ""));
        assertThat(create("{\"source\":{}}").callerId()).isNull();
        assertWrongType("source", () -> create("{\"source\":\"+84903123456\"}"));
        assertWrongType("source.target", () -> create("{\"source\":{\"target\":84903123456}}"));
    }

    @Test
    void ringsForTheDefaultWhenTheTimeoutIsZeroAndShowsZero() {
        DialPlan plan = create("{\"dial_timeout\":0}");

        assertThat(plan.ringTimeout()).isEqualTo(VoipbinOutplans.DEFAULT_RING_TIMEOUT);
        assertThat(show(plan).path("dial_timeout").asInt(-1)).isZero();
        assertThat(show(plan.withRingTimeout(Duration.ofSeconds(45)))
                        .path("dial_timeout")
                        .asInt())
                .isEqualTo(45_000);
        assertThat(show(dialInfo("{\"dial_timeout\":30000}", plan))
                        .path("dial_timeout")
                        .asInt())
                .isEqualTo(30_000);
    }

    @Test
    void ringsForThreeMinutesAtMostUnlessItDidBefore() {
        DialPlan old = Sample.plan().withRingTimeout(Duration.ofMinutes(10));

        assertThat(create("{\"dial_timeout\":180000}").ringTimeout()).isEqualTo(Duration.ofMinutes(3));
        assertThat(fieldsRefusedBy(() -> create("{\"dial_timeout\":180001}"))).containsExactly("dial_timeout");
        assertThat(fieldsRefusedBy(() -> dialInfo("{\"dial_timeout\":600001}", old)))
                .containsExactly("dial_timeout");
        assertThat(dialInfo("{\"dial_timeout\":600000}", old)).isSameAs(old);
    }

    @Test
    void changesNameAndDetailOnly() {
        DialPlan before = Sample.plan();

        DialPlan after = VoipbinOutplans.merge(
                Json.object("{\"name\":\"\",\"detail\":\"d\",\"dial_timeout\":1,\"source\":{}}"), before, Sample.NOW);

        assertThat(after).isEqualTo(before.withName("").withDetail("d").withUpdated(Sample.NOW));
    }

    @Test
    void changesDialInfoOnly() {
        DialPlan before = Sample.plan();

        DialPlan after =
                dialInfo("{\"name\":\"x\",\"try_interval\":2000,\"max_try_count_1\":1,\"source\":null}", before);

        assertThat(after)
                .isEqualTo(before.withRetryDelay(Duration.ofSeconds(2))
                        .withAttempts(List.of(5, 1, 0, 0, 0))
                        .withUpdated(Sample.NOW));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}",
                "{\"type\":\"\",\"target\":\"\",\"target_name\":\"\",\"name\":\"\",\"detail\":\"\"}",
            })
    void clearsTheSourceWithAnEmptyAddress(String empty) {
        assertThat(dialInfo("{\"source\":" + empty + "}", Sample.plan()).callerId())
                .isNull();
    }

    @Test
    void showsTheCarriersFirstCallerIdWhenThePlanHasNone() {
        Carrier carrier = new Carrier(
                Sample.TENANT_ID,
                Sample.OTHER,
                "c",
                List.of("02873003586", "0903"),
                1,
                Map.of(),
                null,
                true,
                Carried.NONE,
                Sample.CREATED,
                null,
                null);
        DialPlan plan = Sample.plan().withCallerId(null);

        ObjectNode shown = VoipbinOutplans.show(plan, carrier, WireVersion.V2026_08);

        assertThat(shown.path("source")).hasToString("{\"type\":\"tel\",\"target\":\"02873003586\"}");
        assertThat(VoipbinOutplans.show(Sample.plan(), carrier, WireVersion.V2026_08)
                        .path("source")
                        .path("target")
                        .asText())
                .isEqualTo("+15559876543");
    }

    @Test
    void carriesUnknownProperties() {
        DialPlan plan = create("{\"name\":\"n\",\"timing\":[1]}");

        DialPlan changed = dialInfo("{\"windows\":2}", plan);

        assertThat(show(changed).path("timing")).hasToString("[1]");
        assertThat(show(changed).path("windows").asInt()).isEqualTo(2);
    }

    private static DialPlan create(String body) {
        return VoipbinOutplans.create(Json.object(body), Sample.creation());
    }

    private static DialPlan dialInfo(String body, DialPlan plan) {
        return VoipbinOutplans.dialInfo(Json.object(body), plan, null, Sample.NOW);
    }

    private static ObjectNode show(DialPlan plan) {
        return VoipbinOutplans.show(plan, null, WireVersion.DEFAULT);
    }
}
