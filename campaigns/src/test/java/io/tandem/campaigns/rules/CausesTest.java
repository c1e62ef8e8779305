package io.tandem.campaigns.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.campaigns.model.Disposition;
import io.tandem.campaigns.model.HangupCause;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** autocall-v3.md, 2.6: the Q.850 column, and the rows that the table leaves open. */
class CausesTest {

    private static final String TABLE = """
            NO_ANSWER      | either   | 19
            NO_ANSWER      | rang     | 18 31 102 16
            BUSY           | either   | 17 21
            NOT_AVAILABLE  | either   | 20 27
            NOT_AVAILABLE  | not rang | 18 31
            INVALID_NUMBER | either   | 1 2 22 26 28
            BLOCKED        | either   | 50 52 53 54 55 56 57 87
            CONGESTION     | either   | 34 38 41 42 43 44 46 47 58 25 3
            FAILED         | not rang | 16 102
            FAILED         | either   | 29 63 65 69 70 79 88 95 111 127
            """;

    /** What the table does not name is failed. */
    private static final Map<Boolean, Map<Integer, Disposition>> EXPECTED =
            Map.of(true, column(true), false, column(false));

    private static Map<Integer, Disposition> column(boolean rang) {
        Map<Integer, Disposition> column = new HashMap<>();
        TABLE.lines().map(line -> line.split("\\|", -1)).forEach(row -> {
            String when = row[1].trim();
            if (when.equals("either") || when.equals(rang ? "rang" : "not rang")) {
                for (String cause : row[2].trim().split(" ")) {
                    Disposition twice = column.put(Integer.valueOf(cause), Disposition.valueOf(row[0].trim()));
                    assertThat(twice).as("cause %s is in one row only", cause).isNull();
                }
            }
        });
        return column;
    }

    static IntStream causes() {
        return IntStream.rangeClosed(1, 127);
    }

    @ParameterizedTest
    @MethodSource("causes")
    void readsTheCauseOfAnUnansweredCall(int cause) {
        for (boolean rang : new boolean[] {true, false}) {
            Disposition expected = EXPECTED.get(rang).getOrDefault(cause, Disposition.FAILED);

            assertThat(Causes.ofUnanswered(new HangupCause(cause), rang))
                    .as("cause %d, rang: %s", cause, rang)
                    .isEqualTo(expected);
        }
    }
}
