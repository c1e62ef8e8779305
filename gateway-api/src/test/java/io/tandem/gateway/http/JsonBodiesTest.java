package io.tandem.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.gateway.http.Fault.BadBody;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBodiesTest {

    private final JsonBodies bodies = new JsonBodies(Mapper.create());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "{",
                "{\"a\":1,}",
                "{\"a\":1}{}",
                "{\"a\":1} x",
                "{\"a\":1,\"a\":2}",
                "{\"b\":{\"a\":1,\"a\":2}}",
                "{'a':1}",
                "{a:1}",
                "[1,2",
                "nul",
                "NaN",
                "01",
                "{\"a\":\"\\u0000\"}",
                "{\"\\u0000\":1}",
                "[\"\\ud800\"]",
                "[\"\\udc00\\ud800\"]",
                "[\"tab\there\"]",
                "1e1001",
                "1e-1001",
                "[1e2147483647]",
                "[1e99999999999]",
                "// comment\n1"
            })
    void refusesWhatIsNoJsonOrHoldsATrap(String text) {
        assertMalformed(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void refusesBytesThatAreNoUtf8() {
        assertMalformed(new byte[] {'"', (byte) 0xc3, '"'});
        assertMalformed(new byte[] {'"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"'});
        assertMalformed("{\"a\":1}".getBytes(StandardCharsets.UTF_16));
    }

    @Test
    void refusesDeepNestingAndEndlessNumbers() {
        assertMalformed(("[".repeat(1_001) + "]".repeat(1_001)).getBytes(StandardCharsets.UTF_8));
        assertMalformed("[".repeat(200_000).getBytes(StandardCharsets.UTF_8));
        assertMalformed("9".repeat(1_001).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void readsWhatIsAllowed() {
        assertThat(read("[".repeat(1_000) + "]".repeat(1_000)).isArray()).isTrue();
        assertThat(read("\uFEFF{\"a\":null}").has("a")).isTrue();
        assertThat(read("\"\\ud83d\\ude00 Đỗ\"").textValue()).isEqualTo("😀 Đỗ");
        assertThat(read("null").isNull()).isTrue();
    }

    @Test
    void keepsNumbersAsTheyWereWritten() {
        assertThat(read("5.0").toString()).isEqualTo("5.0");
        assertThat(read("0.10").toString()).isEqualTo("0.10");
        assertThat(read("123456789012345678901234567890").toString()).isEqualTo("123456789012345678901234567890");
    }

    private JsonNode read(String text) {
        return bodies.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private void assertMalformed(byte[] body) {
        assertThatThrownBy(() -> bodies.read(body))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.fault())
                                .isInstanceOfSatisfying(
                                        BadBody.class,
                                        bad -> assertThat(bad.kind()).isEqualTo(BadBody.Kind.MALFORMED)));
    }
}
