package io.tandem.campaigns.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.campaigns.model.Disposition;
import io.tandem.campaigns.model.HangupCause;
import io.tandem.campaigns.model.Release;
import io.tandem.campaigns.model.Release.Location;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** autocall-v3.md, 2.6: the columns of causes and of final statuses, and the rows that the table leaves open. */
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

    private static final String STATUSES = """
            NO_ANSWER      | rang     | 408 480
            BUSY           | either   | 486 600 603
            NOT_AVAILABLE  | not rang | 480 408
            INVALID_NUMBER | either   | 404 410 416 484 485 604
            CONGESTION     | either   | 401 403 407 429 500 502 503 504
            FAILED         | either   | 400 405 406 415 420 487 488 501 505 606
            """;

    /** What the table does not name is failed. */
    private static final Map<Boolean, Map<Integer, Disposition>> EXPECTED =
            Map.of(true, column(TABLE, true), false, column(TABLE, false));

    private static final Map<Boolean, Map<Integer, Disposition>> EXPECTED_OF_STATUS =
            Map.of(true, column(STATUSES, true), false, column(STATUSES, false));

    private static Map<Integer, Disposition> column(String table, boolean rang) {
        Map<Integer, Disposition> column = new HashMap<>();
        table.lines().map(line -> line.split("\\|", -1)).forEach(row -> {
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

            assertThat(Causes.ofUnanswered(Release.of(new HangupCause(cause)), rang))
                    .as("cause %d, rang: %s", cause, rang)
                    .isEqualTo(expected);
        }
    }

    static IntStream statuses() {
        return IntStream.rangeClosed(300, 699);
    }

    @ParameterizedTest
    @MethodSource("statuses")
    void readsAFinalStatusWithoutAReason(int status) {
        for (boolean rang : new boolean[] {true, false}) {
            Disposition expected = EXPECTED_OF_STATUS.get(rang).getOrDefault(status, Disposition.FAILED);
            Release release = Release.ofSip(status);

            assertThat(Causes.ofUnanswered(release, rang))
                    .as("status %d, rang: %s", status, rang)
                    .isEqualTo(expected);
        }
    }

    /** What a record keeps says the same as the status did, so that nobody reads another word off it later. */
    @ParameterizedTest
    @MethodSource("statuses")
    void keepsOfAStatusACauseOfTheSameRow(int status) {
        Release release = Release.ofSip(status);
        HangupCause kept = Causes.causeOf(release);
        Location location = Causes.ofUnanswered(release, false) == Disposition.CONGESTION ? Location.NETWORK : null;

        if (status == 487) {
            assertThat(kept).isNull();
        } else {
            for (boolean rang : new boolean[] {true, false}) {
                assertThat(Causes.ofUnanswered(new Release(kept, location, null), rang))
                        .isEqualTo(Causes.ofUnanswered(release, rang));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("statuses")
    void theReasonWinsOverTheStatus(int status) {
        Release release = new Release(HangupCause.OUTGOING_CALL_BARRED, null, status);

        assertThat(Causes.ofUnanswered(release, true)).isEqualTo(Disposition.BLOCKED);
        assertThat(Causes.causeOf(release)).isEqualTo(HangupCause.OUTGOING_CALL_BARRED);
    }

    @ParameterizedTest
    @CsvSource({
        "USER,    ,    BUSY",
        "NETWORK, ,    CONGESTION",
        "USER,    403, BUSY",
        "NETWORK, 603, CONGESTION",
        ",        403, CONGESTION",
        ",        603, BUSY",
        ",        503, CONGESTION",
        ",        ,    BUSY",
    })
    void aRejectionIsOfWhoeverRejected(@Nullable Location location, @Nullable Integer status, Disposition expected) {
        Release release = new Release(HangupCause.CALL_REJECTED, location, status);

        assertThat(Causes.ofUnanswered(release, false)).isEqualTo(expected);
        assertThat(Causes.ofUnanswered(release, true)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "404, INVALID_NUMBER",
        "484, INVALID_NUMBER",
        "604, INVALID_NUMBER",
        "403, CONGESTION",
        "500, CONGESTION",
        ",    CONGESTION"
    })
    void noRouteIsAnInvalidNumberWhereTheStatusSaysSo(@Nullable Integer status, Disposition expected) {
        Release release = new Release(new HangupCause(3), null, status);

        assertThat(Causes.ofUnanswered(release, false)).isEqualTo(expected);
    }
}
