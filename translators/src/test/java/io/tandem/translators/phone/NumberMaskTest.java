package io.tandem.translators.phone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NumberMaskTest {

    private static final NumberMask OWN = new NumberMask(null, List.of("84903299003"));
    private static final NumberMask ALL = new NumberMask(new PhoneReader("VN", Set.of("VN")), List.of("84903299003"));

    @Test
    void findsANumberInWhateverFormItIsWritten() {
        assertThat(OWN.text("call 0903 299 003 or +84.903.299.003!"))
                .isEqualTo("call 090*******03 or +84**********03!");
        assertThat(OWN.text("0903299004, 12345678")).isEqualTo("0903299004, 12345678");
        assertThat(OWN.text("0911111111 0903299003 0922222222")).doesNotContain("0329900");
    }

    @Test
    void findsOtherNumbersThatCanBeCalled() {
        assertThat(ALL.text("0981218888")).isEqualTo("098*****88");
        assertThat(ALL.text("a 0981 218 888 0912345678 b")).isEqualTo("a 098******************78 b");
        assertThat(ALL.text("0084981218888 or 840981218888")).isEqualTo("008********88 or 840*******88");
        assertThat(ALL.text("10410000 on 2023-03-07, 079200001234")).isEqualTo("10410000 on 2023-03-07, 079200001234");
    }

    @Test
    void bearsTextsOfAnyLength() {
        String digits = "1".repeat(200_000);
        String spaced = "12 ".repeat(100_000);

        assertThat(ALL.text(digits)).isEqualTo(digits);
        assertThat(ALL.text(spaced)).isEqualTo(spaced);
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
