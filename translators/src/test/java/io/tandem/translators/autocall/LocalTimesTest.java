package io.tandem.translators.autocall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tandem.campaigns.service.Failure;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The vendor's own example shows a time that is seven hours off; ours must not. (autocall-v3.md, D33) */
class LocalTimesTest {

    private static final ZoneId SAIGON = ZoneId.of("Asia/Ho_Chi_Minh");

    @Test
    void printsTheTenantsWallClock() {
        Instant placed = Instant.parse("2023-03-07T06:36:42.999Z");

        assertThat(LocalTimes.of(placed, SAIGON)).isEqualTo("2023-03-07 13:36:42");
        assertThat(WireTimes.of(placed, SAIGON)).isEqualTo("2023-03-07T13:36:42.999000+07:00");
        assertThat(LocalTimes.of(null, SAIGON)).isEmpty();
    }

    @Test
    void boundsAreWholeDaysOrSeconds() {
        assertThat(LocalTimes.from("f", "2023-03-07", SAIGON)).isEqualTo("2023-03-06T17:00:00Z");
        assertThat(LocalTimes.to("f", "2023-03-07", SAIGON)).isEqualTo("2023-03-07T17:00:00Z");
        assertThat(LocalTimes.from("f", "2023-03-07 13:36:42", SAIGON)).isEqualTo("2023-03-07T06:36:42Z");
        assertThat(LocalTimes.to("f", " 2023-03-07T13:36:42 ", SAIGON)).isEqualTo("2023-03-07T06:36:43Z");
        assertThat(LocalTimes.from("f", "", SAIGON)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2023-02-30", "2023-03-07 24:00:00", "07/03/2023", "2023-3-7", "\0"})
    void refusesWhatIsNoDate(String sent) {
        assertThatThrownBy(() -> LocalTimes.from("start_date", sent, SAIGON)).isInstanceOf(Failure.Invalid.class);
    }
}
