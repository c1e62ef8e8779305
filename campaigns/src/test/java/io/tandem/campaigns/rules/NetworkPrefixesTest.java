package io.tandem.campaigns.rules;

import static org.assertj.core.api.Assertions.assertThat;

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
}
