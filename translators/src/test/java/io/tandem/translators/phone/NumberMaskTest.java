package io.tandem.translators.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tandem.campaigns.model.Address;
import io.tandem.campaigns.model.Destination.PhoneNumber;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberMaskTest {

    private static final PhoneReader PHONES = new PhoneReader("VN", Set.of("VN", "SG"));
    private static final NumberMask OWN = of(null, "+84903299003");
    private static final NumberMask ALL = of(PHONES, "+84903299003");

    private static NumberMask of(@Nullable PhoneReader phones, String number) {
        return NumberMask.of(phones, List.of(Address.of(new PhoneNumber(number))));
    }

    @Test
    void findsANumberInWhateverFormItIsWritten() {
        assertThat(OWN.text("call 0903 299 003 or +84.903.299.003!"))
                .isEqualTo("call 090*******03 or +84**********03!");
        assertThat(OWN.text("0903299004, 12345678")).isEqualTo("0903299004, 12345678");
        assertThat(OWN.text("0911111111 0903299003 0922222222")).doesNotContain("0329900");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0903 - 299 - 003",
                "0903\t299\t003",
                "0903\n299003",
                "0903\u2009299\u2009003",
                "0903\u200b299\u200b003",
                "0903\u2013299\u2013003",
                "0903/299/003",
                "0903_299_003",
                "0903,299,003",
                "\uff10\uff19\uff10\uff13\uff12\uff19\uff19\uff10\uff10\uff13",
                "\ud835\udfce\ud835\udfd7\ud835\udfce\ud835\udfd1\ud835\udfd0\ud835\udfd7\ud835\udfd7\ud835\udfce\ud835\udfce\ud835\udfd1",
                "[0903][299][003]",
                "\u2070\u2079\u2070\u00b3\u00b2\u2079\u2079\u2070\u2070\u00b3",
                "\u24ea\u2468\u24ea\u2462\u2461\u2468\u2468\u24ea\u24ea\u2462",
                "0 9 0 3 2 9 9 0 0 3",
                "(0)903.299.003",
                "+84 (0)903 299 003",
                "+ 84 903 299 003",
                "0084 903 299 003",
                "84-903-299-003",
                "903299003",
                "3299003",
                "1234 0903299003",
                "12 34 56 78 90 12 34 56 78 90 12 34 56 78 90 12 34 56 0903 299 003 12 34 56",
                "1232903299003123"
            })
    void hidesTheOwnNumberHoweverItIsWritten(String written) {
        String shown = OWN.text("a " + written + " b");

        assertThat(shown).startsWith("a ").endsWith(" b");
        assertThat(Digits.of(shown).between(0, Digits.of(shown).size())).doesNotContain("29900");
        assertThat(OWN.restored(shown, "a " + written + " b")).isEqualTo("a " + written + " b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"81234567 25", "+65 8123 4567", "no 3 81234567", "(65) 8123-4567, 7", "65.81234567 9"})
    void hidesAnOwnNumberOfFewDigitsBesideOthers(String written) {
        assertThat(of(null, "+6581234567").text(written).replaceAll("[^0-9]", ""))
                .doesNotContain("2345");
    }

    @Test
    void leavesDigitsThatAreNotTheOwnNumberAlone() {
        assertThat(OWN.text("29900, 990 03 and 0903-299-004; 84903299"))
                .isEqualTo("29900, 990 03 and 0903-299-004; 84903299");
        assertThat(OWN.text("flat 7, 0903299003, 2 rooms")).isEqualTo("flat 7, 090*****03, 2 rooms");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0981 - 218 - 888",
                "0981\t218\t888",
                "0981\r\n218888",
                "0981 ... 218 888",
                "0981\u2009218\u200b888",
                "(0981) (218) (888)",
                "\uff10\uff19\uff18\uff11218888",
                "+ 84 981 218 888",
                "+84 (0)981 218 888",
                "+65 (0) 8123 4567"
            })
    void hidesOtherNumbersThatTheGatewayReads(String written) {
        String shown = ALL.text("a " + written + " b");

        assertThat(Digits.of(shown).between(0, Digits.of(shown).size()))
                .doesNotContain("1218")
                .doesNotContain("2345");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "09-01-2026 10:30",
                "from 08-12-2026 09:00 to 09.12.2026 10:30:15.",
                "09-01-2026 10h30",
                "84.912.000.000 đ",
                "(84.912.000.000đ), 84.981.218.000 VND."
            })
    void leavesDatesWithTimesAndSumsAlone(String text) {
        assertThat(ALL.text(text)).isEqualTo(text);
    }

    @Test
    void aNumberThatLooksLikeADateOrASumIsHidden() {
        assertThat(of(PHONES, "+84901202610").text("09-01-2026 10:30")).doesNotContain("2026");
        assertThat(of(PHONES, "+84912000000").text("84.912.000.000 đ")).doesNotContain("912");
        assertThat(ALL.text("0981 218 888 09-01-2026 10:30")).isEqualTo("098*******88 09-01-2026 10:30");
        assertThat(ALL.text("84.981.218.000 đ/c, +84.981.218.000 đ, 84.981.218.888 đ"))
                .doesNotContain("218");
        assertThat(ALL.text("0981-09-01-2026 10:30, 09-81-2188 88:30")).doesNotContain("2188");
    }

    @Test
    void findsOtherNumbersThatCanBeCalled() {
        assertThat(ALL.text("0981218888")).isEqualTo("098*****88");
        assertThat(ALL.text("a 0981 218 888 0912345678 b")).isEqualTo("a 098******************78 b");
        assertThat(ALL.text("0084981218888 or 840981218888")).isEqualTo("008********88 or 840*******88");
        assertThat(ALL.text("10410000 on 2023-03-07, 079200001234")).isEqualTo("10410000 on 2023-03-07, 079200001234");
    }

    @Test
    void masksWhateverMightBeANumberInTheReasonOfARefusedRow() {
        assertThat(MaskedNumber.everyIn("0903 - 299/003 and \uff10903\t299003x are no numbers, 123 456 neither"))
                .isEqualTo("090*********03 and \uff1090******03x are no numbers, 123 456 neither");
    }

    @Test
    void bearsTextsOfAnyLength() {
        String digits = "1".repeat(200_000);
        String spaced = "12 ".repeat(100_000);

        assertThat(ALL.text(digits)).isEqualTo(digits);
        assertThat(ALL.text(spaced)).isEqualTo(spaced);
        assertThat(ALL.text("0  ".repeat(5_000))).isEqualTo("0  ".repeat(5_000));
        assertThat(ALL.text("0903" + "\n".repeat(200_000) + "299003")).doesNotContain("299");
    }

    @Test
    void readsSoMuchOfATextAndTakesTheRestForNumbers() {
        String groups = "0 5 ".repeat(5_000);

        assertThat(assertTimeout(Duration.ofSeconds(1), () -> ALL.text(groups))).contains("*".repeat(1_000));
        assertThat(ALL.text(groups + "0981218888")).doesNotContain("1218");
    }

    @Test
    void masksKeysAndKeepsThemApart() throws JsonProcessingException {
        JsonNode current = json("{\"0981218888\":\"a\",\"0982228888\":{\"0903299003\":1},\"098*****88\":2}");

        JsonNode shown = ALL.tree(current);

        assertThat(shown)
                .isEqualTo(json("{\"098*****88*\":\"a\",\"098*****88**\":{\"090*****03\":1},\"098*****88\":2}"));
        assertThat(ALL.restored(shown, current)).isEqualTo(current);
        assertThat(ALL.restored(json(shown.toString().replace("\"a\"", "\"b\"")), current))
                .isEqualTo(json(current.toString().replace("\"a\"", "\"b\"")));
    }

    @Test
    void restoresNumbersInsideAnEditedText() {
        String current = "Ngà 0903299003, chị 0981218888 và 0982228888";

        String sent = ALL.text(current).replace("Ngà", "Nga");

        assertThat(sent).isEqualTo("Nga 090*****03, chị 098*****88 và 098*****88");
        assertThat(ALL.restored(sent, current)).isEqualTo(current.replace("Ngà", "Nga"));
    }

    @Test
    void restoresWhatComesBackMasked() throws JsonProcessingException {
        JsonNode current = json(
                "{\"phone\":\"0903299003\",\"in\":{\"n\":84903299003,\"a\":[1,\"0981218888\",\"0982228888\"]},\"note\":\"old\"}");
        JsonNode shown = ALL.tree(current);

        assertThat(shown.toString()).doesNotContain("0329900").doesNotContain("8888");
        assertThat(ALL.restored(shown, current)).isEqualTo(current);
        JsonNode edited = json(shown.toString().replace("old", "new").replace("[1,", "["));
        assertThat(ALL.restored(edited, current))
                .isEqualTo(json(current.toString().replace("old", "new").replace("[1,", "[")));
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return new ObjectMapper().readTree(text);
    }
}
