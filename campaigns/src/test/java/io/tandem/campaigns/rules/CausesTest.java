package io.tandem.campaigns.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.campaigns.model.Disposition;
import io.tandem.campaigns.model.HangupCause;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** autocall-v3.md, 2.6: the Q.850 column. */
class CausesTest {

    @ParameterizedTest(name = "{0} (rang: {1}): {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "19                     | true  | NO_ANSWER",
                "19                     | false | NO_ANSWER",
                "16 18 31 102           | true  | NO_ANSWER",
                "17 21                  | false | BUSY",
                "20 27 18 31            | false | NOT_AVAILABLE",
                "1 2 22 26 28           | false | INVALID_NUMBER",
                "50 52 53 54 55 56 57 87| false | BLOCKED",
                "34 38 41 42 43 44 46 47 58 25 3 | false | CONGESTION",
                "29 63 65 69 70 79 88 95 111 127 16 | false | FAILED",
            })
    void readsTheCauseOfAnUnansweredCall(String causes, boolean rang, Disposition expected) {
        Arrays.stream(causes.trim().split(" "))
                .map(Integer::valueOf)
                .forEach(cause -> assertThat(Causes.ofUnanswered(new HangupCause(cause), rang))
                        .as("cause %d", cause)
                        .isEqualTo(expected));
    }
}
