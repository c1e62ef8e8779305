package io.tandem.translators.autocall;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.campaigns.model.Address;
import io.tandem.campaigns.model.CallAttempt;
import io.tandem.campaigns.model.Destination.PhoneNumber;
import io.tandem.campaigns.model.Disposition;
import io.tandem.campaigns.model.KeyPress;
import io.tandem.campaigns.model.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PressedKeysTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Instant ANSWERED = Instant.parse("2023-03-07T06:34:35.700Z");

    @Test
    void showsNothingWhereNothingWasPressed() {
        assertThat(PressedKeys.of(attempt(), ZONE)).isEqualTo(new PressedKeys("{}", "", "", 0));
    }

    @Test
    void showsTheKeyAndWhenItWasPressed() {
        PressedKeys shown = PressedKeys.of(attempt(press("1", 4_500)), ZONE);

        assertThat(shown)
                .isEqualTo(new PressedKeys("{\"1\":\"2023-03-07 13:34:40\"}", "1678170880", "2023-03-07 13:34:40", 4));
    }

    @Test
    void theLastKeyIsTheOneThatCounts() {
        PressedKeys shown = PressedKeys.of(attempt(press("9", 1_000), press("#", 3_000), press("9", 8_000)), ZONE);

        assertThat(shown.keys()).isEqualTo("{\"9\":\"2023-03-07 13:34:43\",\"#\":\"2023-03-07 13:34:38\"}");
        assertThat(shown.time()).isEqualTo("2023-03-07 13:34:43");
        assertThat(shown.delay()).isEqualTo(8);
    }

    private static KeyPress press(String keys, long millisAfterTheAnswer) {
        return new KeyPress(keys, ANSWERED.plusMillis(millisAfterTheAnswer));
    }

    private static CallAttempt attempt(KeyPress... pressed) {
        return new CallAttempt(
                        TenantId.of("11111111-1111-1111-1111-111111111111"),
                        new UUID(1, 2),
                        new UUID(1, 3),
                        new UUID(1, 4),
                        null,
                        new UUID(1, 5),
                        new UUID(1, 6),
                        null,
                        null,
                        null,
                        null,
                        Address.of(new PhoneNumber("+84903000001")),
                        0,
                        1,
                        ANSWERED.minusSeconds(9),
                        null,
                        ANSWERED,
                        ANSWERED.plusSeconds(20),
                        null,
                        Disposition.ANSWERED,
                        true,
                        Duration.ofSeconds(20),
                        ANSWERED,
                        null)
                .withPressed(List.of(pressed));
    }
}
