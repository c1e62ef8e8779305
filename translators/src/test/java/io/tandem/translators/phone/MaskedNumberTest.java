package io.tandem.translators.phone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class MaskedNumberTest {

    private static final List<String> NUMBERS = List.of("84903299003");

    @Test
    void isFoundInWhateverFormItIsWritten() {
        assertThat(MaskedNumber.within("call 0903 299 003 or +84.903.299.003!", NUMBERS))
                .isEqualTo("call 090*******03 or +84**********03!");
        assertThat(MaskedNumber.within("0903299004, 12345678", NUMBERS)).isEqualTo("0903299004, 12345678");
        assertThat(MaskedNumber.within("0911111111 0903299003 0922222222", NUMBERS))
                .doesNotContain("0329900");
    }

    @Test
    void bearsTextsOfAnyLength() {
        String digits = "1".repeat(200_000);
        String spaced = "12 ".repeat(100_000);

        assertThat(MaskedNumber.within(digits, NUMBERS)).isEqualTo(digits);
        assertThat(MaskedNumber.within(spaced, NUMBERS)).isEqualTo(spaced);
    }

    @Test
    void staysWhatItIsWhereItComesBackMasked() throws JsonProcessingException {
        JsonNode current = json("{\"phone\":\"0903299003\",\"in\":{\"n\":84903299003,\"a\":1},\"note\":\"old\"}");
        JsonNode shown = MaskedNumber.within(current, NUMBERS);

        assertThat(shown.toString()).doesNotContain("0329900");
        assertThat(MaskedNumber.restored(shown, current, NUMBERS)).isEqualTo(current);
        JsonNode edited = json(shown.toString().replace("old", "new"));
        assertThat(MaskedNumber.restored(edited, current, NUMBERS))
                .isEqualTo(json(current.toString().replace("old", "new")));
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return new ObjectMapper().readTree(text);
    }
}
