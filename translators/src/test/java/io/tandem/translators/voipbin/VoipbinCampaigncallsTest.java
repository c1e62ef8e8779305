package io.tandem.translators.voipbin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tandem.campaigns.model.Address;
import io.tandem.campaigns.model.CallAttempt;
import io.tandem.campaigns.model.CampaignKind;
import io.tandem.campaigns.model.Destination.PhoneNumber;
import io.tandem.campaigns.model.Disposition;
import io.tandem.campaigns.model.RetryPolicy;
import io.tandem.translators.phone.MaskedNumber;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class VoipbinCampaigncallsTest {

    private final CallAttempt ended = Sample.attempt();
    private final CallAttempt dialling = ended.with(call -> call.answered(null)
            .ended(null)
            .cause(null)
            .disposition(null)
            .reached(false)
            .updated(ended.placed()));

    @Test
    void showsACallFromDialToEnd() {
        CallAttempt answered = dialling.withAnswered(ended.answered());

        assertThat(statusAndResult(dialling)).containsExactly("dialing", "");
        assertThat(statusAndResult(answered)).containsExactly("progressing", "");
        assertThat(statusAndResult(ended)).containsExactly("done", "success");
        assertThat(show(dialling).path("tm_update").asText()).isEqualTo(VersionChange.NEVER);
    }

    /**
     * The table of mapping.md, "Dispositions": what v1.0 shows, and whether its own campaigns try again. An answered
     * call that the policy calls again is a failure, so that success always means target done.
     */
    @ParameterizedTest
    @CsvSource({
        "ANSWERED, success, false",
        "BUSY, fail, true",
        "NO_ANSWER, fail, true",
        "NOT_AVAILABLE, fail, true",
        "INVALID_NUMBER, fail, true",
        "BLOCKED, fail, true",
        "CONGESTION, fail, true",
        "VOICEMAIL, fail, true",
        "FAILED, fail, true",
        "ABANDONED, fail, true",
        "CANCELLED, fail, true",
        "INTERRUPTED, fail, true",
    })
    void showsEveryDispositionAsSuccessOrFail(Disposition disposition, String result, boolean again) {
        boolean triesAgain = RetryPolicy.EVERY_NON_ANSWER.triesAgain(disposition, Duration.ZERO);
        CallAttempt attempt =
                ended.withDisposition(disposition).withReached(disposition == Disposition.ANSWERED && !triesAgain);

        assertThat(triesAgain).isEqualTo(again);
        assertThat(statusAndResult(attempt)).containsExactly("done", result);
    }

    @Test
    void callsAnAnswerThatIsTriedAgainAFailure() {
        RetryPolicy shortTalk = RetryPolicy.EVERY_NON_ANSWER.withShortTalk(Duration.ofSeconds(60));
        boolean again = shortTalk.triesAgain(Disposition.ANSWERED, ended.talk());

        assertThat(again).isTrue();
        assertThat(statusAndResult(ended.withReached(!again))).containsExactly("done", "fail");
    }

    @ParameterizedTest
    @EnumSource(Disposition.class)
    void hasARowForEveryDisposition(Disposition disposition) throws NoSuchMethodException {
        CsvSource table = VoipbinCampaigncallsTest.class
                .getDeclaredMethod(
                        "showsEveryDispositionAsSuccessOrFail", Disposition.class, String.class, boolean.class)
                .getAnnotation(CsvSource.class);

        assertThat(Arrays.stream(table.value()).map(row -> row.split(",", -1)[0]))
                .contains(disposition.name());
    }

    @Test
    void refersToAFlowOrACall() {
        assertThat(show(ended).path("reference_type").asText()).isEqualTo("call");
        assertThat(VoipbinCampaigncalls.show(ended, Sample.campaign().withKind(CampaignKind.FLOW), WireVersion.DEFAULT)
                        .path("reference_type")
                        .asText())
                .isEqualTo("flow");
        assertThat(show(ended).path("reference_id").asText())
                .isEqualTo(ended.id().toString());
    }

    @Test
    void keepsItsDerivedIds() {
        ObjectNode first = show(ended);
        ObjectNode other = show(ended.withId(Sample.OTHER));

        assertThat(show(ended)).isEqualTo(first);
        assertThat(other.path("activeflow_id")).isNotEqualTo(first.path("activeflow_id"));
        assertThat(other.path("flow_id")).isEqualTo(first.path("flow_id"));
        assertThat(first.path("flow_id")).isNotEqualTo(first.path("activeflow_id"));
    }

    @Test
    void masksTheCalledNumberOnly() {
        Address labelled = new Address(new PhoneNumber("+84903123456"), "x", "+84903123456", "Ms A", "");
        CallAttempt attempt = ended.withTo(labelled);

        ObjectNode shown =
                VoipbinCampaigncalls.show(attempt, Sample.campaign().withMasksNumbers(true), WireVersion.V2026_08);

        assertThat(shown.path("destination")).hasToString("""
                        {"type":"tel","target":"+84*******56","target_name":"+84*******56","name":"Ms A"}""");
        assertThat(shown.path("source").path("target").asText()).isEqualTo("+821021656521");
    }

    @ParameterizedTest
    @CsvSource({"+84903123456, +84*******56", "123456, 123*56", "12345, *****", "1, *", "'', ''"})
    void masksByOneRule(String number, String masked) {
        assertThat(MaskedNumber.of(number)).isEqualTo(masked);
    }

    private static List<String> statusAndResult(CallAttempt attempt) {
        ObjectNode shown = show(attempt);
        return List.of(shown.path("status").asText(), shown.path("result").asText());
    }

    private static ObjectNode show(CallAttempt attempt) {
        return VoipbinCampaigncalls.show(attempt, Sample.campaign(), WireVersion.DEFAULT);
    }
}
