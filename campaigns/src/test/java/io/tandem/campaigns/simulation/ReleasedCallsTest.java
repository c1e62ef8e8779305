package io.tandem.campaigns.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.campaigns.model.CallAttempt;
import io.tandem.campaigns.model.Disposition;
import io.tandem.campaigns.model.HangupCause;
import io.tandem.campaigns.model.Release;
import io.tandem.campaigns.model.Release.Location;
import io.tandem.campaigns.model.Target;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is written of a call that the network released before it was answered. (autocall-v3.md, 2.6) */
class ReleasedCallsTest {

    @ParameterizedTest
    @CsvSource({
        ",   ,        404, INVALID_NUMBER, 1",
        ",   ,        480, NOT_AVAILABLE,  18",
        ",   ,        486, BUSY,           17",
        ",   ,        503, CONGESTION,     41",
        ",   ,        487, FAILED,         ",
        "21, NETWORK, ,    CONGESTION,     21",
        "21, USER,    403, BUSY,           21",
        "3,  ,        404, INVALID_NUMBER, 3",
        "3,  ,        ,    CONGESTION,     3",
    })
    void isWrittenByTheRowOfTheTable(
            @Nullable Integer cause,
            @Nullable Location location,
            @Nullable Integer status,
            Disposition disposition,
            @Nullable Integer kept) {
        OneCampaign life = new OneCampaign(target -> Map.of());
        Target target = life.target(life.campaign.lists().get(0), "+84903123456", "", null);
        life.turn();

        life.released("+84903123456", new Release(cause == null ? null : new HangupCause(cause), location, status));
        life.turn();

        assertThat(life.attempts(target)).singleElement().satisfies(attempt -> {
            assertThat(attempt.disposition()).isEqualTo(disposition);
            assertThat(valueOf(attempt)).isEqualTo(kept);
        });
    }

    private static @Nullable Integer valueOf(CallAttempt attempt) {
        return attempt.cause() == null ? null : attempt.cause().value();
    }
}
