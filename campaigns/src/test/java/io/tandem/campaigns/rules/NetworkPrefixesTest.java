package io.tandem.campaigns.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** autocall-v3.md, 2.1: networks by prefix. */
class NetworkPrefixesTest {

    @ParameterizedTest
    @CsvSource({
        "+84349719999, viettel", "+84963123456, viettel", "+84703123456, mobi", "+84903123456, mobi",
        "+84813123456, vina", "+84943123456, vina", "+842873003586, tel", "+84523123456, offnet",
        "+84993123456, offnet", "+821021656521, ''"
    })
    void namesTheNetwork(String number, String network) {
        assertThat(NetworkPrefixes.VIETNAM.networkOf(number)).isEqualTo(network);
    }

    @Test
    void readsWhatItWrites() {
        NetworkPrefixes read = NetworkPrefixes.parse(" tel = 842 ; viettel=+8433,8432; offnet=+84");

        assertThat(read.text()).isEqualTo("viettel=+8432,+8433;tel=+842;offnet=+84");
        assertThat(NetworkPrefixes.parse(read.text())).isEqualTo(read);
        assertThat(NetworkPrefixes.parse(NetworkPrefixes.VIETNAM.text())).isEqualTo(NetworkPrefixes.VIETNAM);
    }

    @Test
    void theLongestPrefixWins() {
        NetworkPrefixes table = NetworkPrefixes.parse("viettel=+8490312345;mobi=+8490;offnet=+84");

        assertThat(table.networkOf("+84903123456")).isEqualTo("viettel");
        assertThat(table.networkOf("+84903123556")).isEqualTo("mobi");
        assertThat(table.networkOf("+84913123456")).isEqualTo("offnet");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            vinaphone=+8491     | "vinaphone" is not a network; there are viettel, mobi, vina, tel, offnet.
            viettel=+8432;      | "" is not a network; there are viettel, mobi, vina, tel, offnet.
            viettel             | "viettel" has no prefixes.
            viettel=            | "" of viettel is not the beginning of an international number, like +8490.
            viettel=+8432,032   | "032" of viettel is not the beginning of an international number, like +8490.
            viettel=+84;mobi=84 | the prefix +84 stands twice.
            """)
    void saysWhatIsWrongWithATable(String text, String sentence) {
        assertThatThrownBy(() -> NetworkPrefixes.parse(text)).hasMessage(sentence);
    }
}
