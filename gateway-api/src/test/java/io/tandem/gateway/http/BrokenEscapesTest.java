package io.tandem.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrokenEscapesTest {

    @Test
    void leavesAUriAlone() {
        assertThat(BrokenEscapes.mend("/v3/lead?phone=%2B84&x=a+b")).isEqualTo("/v3/lead?phone=%2B84&x=a+b");
    }

    @Test
    void escapesInPathsWhatTheRouterTakesForSomethingElse() {
        assertThat(BrokenEscapes.mend("/v1/blacklist/+84?x=a+b&y=1;2")).isEqualTo("/v1/blacklist/%2B84?x=a+b&y=1;2");
        assertThat(BrokenEscapes.mend("/log/a+b&c;d/{ref}")).isEqualTo("/log/a%2Bb%26c%3Bd/%7Bref%7D");
    }

    @Test
    void escapesThePercentSignThatEscapesNothing() {
        assertThat(BrokenEscapes.mend("/v3/campaign/%ZZ")).isEqualTo("/v3/campaign/%25ZZ");
        assertThat(BrokenEscapes.mend("/v3/campaign/%4")).isEqualTo("/v3/campaign/%254");
        assertThat(BrokenEscapes.mend("/v3/a%20b/{x}")).isEqualTo("/v3/a%20b/%7Bx%7D");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%", "//", "/a\\b", "/\u0001", "/é", "http://[", "/a#b#c", "/^|`\"<>", ":::", "?%"})
    void makesAUriOfAnything(String target) {
        assertThat(URI.create(BrokenEscapes.mend(target))).isNotNull();
    }
}
