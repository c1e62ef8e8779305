package io.tandem.translators.autocall;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.campaigns.model.Address;
import io.tandem.campaigns.model.CallAttempt;
import io.tandem.campaigns.model.Carried;
import io.tandem.campaigns.model.Destination.PhoneNumber;
import io.tandem.campaigns.model.DialPlan;
import io.tandem.campaigns.model.Disposition;
import io.tandem.campaigns.model.RetryPolicy;
import io.tandem.campaigns.model.Target;
import io.tandem.campaigns.model.TargetState;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.rules.AfterAttempt;
import io.tandem.translators.voipbin.VoipbinCampaigncalls;
import io.tandem.translators.voipbin.WireVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * mapping.md, "Dispositions", row by row: the rule, what v3 shows of it, what v1.0 shows of it. The last columns are
 * whether there is another try, while tries are left: of a v1.0-made campaign, of v3 with the word listed, of v3 with
 * another word listed.
 */
class DispositionTableTest {

    private static final Instant END = Instant.parse("2026-03-02T05:00:00Z");
    private static final TenantId TENANT = new TenantId(new UUID(1, 1));
    private static final Address PHONE = Address.of(new PhoneNumber("+84903123456"));
    private static final Duration TALK = Duration.ofSeconds(9);

    private static final int ATTEMPTS = 3;
    private static final DialPlan PLAN = new DialPlan(
            TENANT,
            new UUID(1, 7),
            "",
            "",
            null,
            Duration.ofSeconds(30),
            Duration.ofSeconds(60),
            List.of(ATTEMPTS, 0, 0, 0, 0),
            Carried.NONE,
            END,
            null,
            null);
    private static final RetryPolicy V1_MADE = RetryPolicy.EVERY_NON_ANSWER;

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "ANSWERED       | answered       | answered       | ''        | success | false | true | false",
                "BUSY           | busy           | busy           | ''        | fail    | true  | true | false",
                "NO_ANSWER      | no-answered    | no-answered    | ''        | fail    | true  | true | false",
                "NOT_AVAILABLE  | not-available  | not-available  | ''        | fail    | true  | true | false",
                "INVALID_NUMBER | invalid-number | invalid-number | ''        | fail    | true  | true | false",
                "BLOCKED        | phone-block    | phone-block    | ''        | fail    | true  | true | false",
                "CONGESTION     | congestion     | congestion     | ''        | fail    | true  | true | false",
                "VOICEMAIL      | voicemail      | voicemail      | ''        | fail    | true  | true | false",
                "FAILED         | failed         | failed         | ''        | fail    | true  | true | false",
                "ABANDONED      | answered       | answered       | abandoned | fail    | true  | true | false",
                "CANCELLED      | cancel         | ''             | ''        | fail    | true  | true | true",
                "INTERRUPTED    | failed         | ''             | ''        | fail    | true  | true | true",
            })
    void goesByItsRow(
            Disposition disposition,
            String status,
            String recallWord,
            String note,
            String resultInV1,
            boolean againInV1,
            boolean againListed,
            boolean againUnlisted) {
        RetryPolicy listed = recallStatus(recallWord.isEmpty() ? "busy" : recallWord);
        RetryPolicy unlisted = recallStatus(recallWord.equals("busy") ? "failed" : "busy");

        assertThat(after(V1_MADE, disposition, 1).next().state()).isEqualTo(state(againInV1, disposition));
        assertThat(after(listed, disposition, 1).next().state()).isEqualTo(state(againListed, disposition));
        assertThat(after(unlisted, disposition, 1).next().state()).isEqualTo(state(againUnlisted, disposition));
        assertThat(Dispositions.status(disposition)).isEqualTo(status);
        assertThat(Dispositions.note(disposition)).isEqualTo(note);
        assertThat(result(disposition, after(V1_MADE, disposition, 1))).isEqualTo(resultInV1);
    }

    /** "Counts" is yes in every row: the last try is one, whatever became of it. */
    @ParameterizedTest
    @EnumSource(Disposition.class)
    void countsAsATry(Disposition disposition) {
        for (RetryPolicy policy : List.of(V1_MADE, recallStatus("answered"), recallStatus("busy"))) {
            AfterAttempt after = after(policy, disposition, ATTEMPTS);

            assertThat(after.next().state())
                    .isEqualTo(disposition == Disposition.ANSWERED ? TargetState.DONE : TargetState.EXHAUSTED);
        }
    }

    /** Success always means that the target is done. */
    @ParameterizedTest
    @EnumSource(Disposition.class)
    void isASuccessExactlyWhenTheTargetIsDone(Disposition disposition) {
        for (RetryPolicy policy : List.of(V1_MADE, recallStatus("answered"), shortTalk(10), shortTalk(9))) {
            for (int tries = 1; tries <= ATTEMPTS; tries++) {
                AfterAttempt after = after(policy, disposition, tries);

                assertThat(result(disposition, after).equals("success"))
                        .as("%s after try %d", policy, tries)
                        .isEqualTo(after.next().state() == TargetState.DONE);
            }
        }
    }

    /** v3 takes an abandoned call as an answered one, its short-talk rule included; v1.0 as a call that nobody answered. */
    @ParameterizedTest
    @CsvSource({"10, true", "9, false"})
    void takesAnAbandonedCallAsAnAnsweredOneInV3(int limit, boolean again) {
        for (Disposition disposition : List.of(Disposition.ANSWERED, Disposition.ABANDONED)) {
            for (String listed : List.of("answered", "busy")) {
                RetryPolicy policy = recallStatus(listed).withShortTalk(Duration.ofSeconds(limit));

                assertThat(policy.triesAgain(disposition, TALK))
                        .as("%s, %s listed", disposition, listed)
                        .isEqualTo(again);
            }
        }
        assertThat(V1_MADE.withShortTalk(Duration.ofSeconds(limit)).triesAgain(Disposition.ABANDONED, TALK))
                .isTrue();
    }

    private static RetryPolicy shortTalk(int seconds) {
        return recallStatus("busy").withShortTalk(Duration.ofSeconds(seconds));
    }

    private static RetryPolicy recallStatus(String word) {
        return Samples.put(Samples.fresh(), "\"recall_status\":[\"" + word + "\"]")
                .campaign()
                .retry();
    }

    private static TargetState state(boolean again, Disposition disposition) {
        if (again) {
            return TargetState.RETRY;
        }
        return disposition == Disposition.ANSWERED ? TargetState.DONE : TargetState.EXHAUSTED;
    }

    private static AfterAttempt after(RetryPolicy policy, Disposition disposition, int tries) {
        return AfterAttempt.of(target(tries), PLAN, policy, disposition, TALK, END);
    }

    private static String result(Disposition disposition, AfterAttempt after) {
        CallAttempt attempt = new CallAttempt(
                TENANT,
                new UUID(1, 2),
                new UUID(1, 3),
                new UUID(1, 4),
                PLAN.id(),
                new UUID(1, 5),
                new UUID(1, 6),
                null,
                null,
                null,
                null,
                PHONE,
                0,
                1,
                END.minusSeconds(20),
                null,
                null,
                END,
                null,
                disposition,
                after.reached(),
                TALK,
                END,
                null);
        return VoipbinCampaigncalls.show(attempt, Samples.fresh().campaign(), WireVersion.DEFAULT)
                .path("result")
                .asText();
    }

    private static Target target(int tries) {
        return new Target(
                TENANT,
                new UUID(1, 5),
                new UUID(1, 6),
                "",
                "",
                "",
                Arrays.asList(PHONE, null, null, null, null),
                "",
                TargetState.CALLING,
                END,
                List.of(tries, 0, 0, 0, 0),
                null,
                null,
                null,
                Carried.NONE,
                END,
                null,
                null);
    }
}
