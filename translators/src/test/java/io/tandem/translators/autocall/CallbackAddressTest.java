package io.tandem.translators.autocall;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallbackAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://ok.example/h",
                "http://ok.example:8080/h?a=b#c",
                "HTTPS://OK.EXAMPLE",
                "https://user:secret@ok.example/h",
                "https://my_host.example./h",
                "http://8.8.8.8/",
                "http://134744072/",
                "http://100.63.255.255/",
                "http://100.128.0.1/",
                "http://172.32.0.1/",
                "http://[2606:4700:4700::1111]:443/",
                "http://[2002:808:808::1]/",
                "http://[64:ff9b::8.8.8.8]/",
                "https://10.example/",
                "https://a.b-c.xn--p1ai/",
            })
    void acceptsAddressesOfTheWorld(String url) {
        assertThat(CallbackAddress.refusal(url, List.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/",
                "http://127.1/",
                "http://127.0.0.1./",
                "http://2130706433/",
                "http://0x7f000001/",
                "http://0x7f.0.0.1/",
                "http://0177.0.0.1/",
                "http://0/",
                "http://0.0.0.0/",
                "http://10.1.2.3/",
                "http://100.64.0.1/",
                "http://100.127.255.255/",
                "http://169.254.169.254/latest/meta-data",
                "http://172.16.0.1/",
                "http://172.31.255.255/",
                "http://192.168.1.1/",
                "http://192.0.0.8/",
                "http://192.0.2.1/",
                "http://198.18.0.1/",
                "http://203.0.113.9/",
                "http://224.0.0.1/",
                "http://240.0.0.1/",
                "http://255.255.255.255/",
                "http://[::1]/",
                "http://[::]/",
                "http://[::ffff:10.0.0.1]/",
                "http://[::ffff:7f00:1]/",
                "http://[::127.0.0.1]/",
                "http://[64:ff9b::7f00:1]/",
                "http://[64:ff9b:1::808:808]/",
                "http://[2002:7f00:1::]/",
                "http://[2002:a00:1::1]/",
                "http://[2001:0:1::1]/",
                "http://[2001:db8::1]/",
                "http://[fc00::1]/",
                "http://[fd12::1]/",
                "http://[fe80::1]/",
                "http://[fec0::1]/",
                "http://[ff02::1]/",
                "http://[100::1]/",
                "http://localhost/",
                "http://LOCALHOST./",
                "http://a.localhost:80/",
                "http://user@127.0.0.1:8080/",
            })
    void refusesAddressesThatAreNotGloballyReachable(String url) {
        assertThat(CallbackAddress.refusal(url, List.of())).contains("the address is not globally reachable");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not a url",
                "/relative",
                "//ok.example/",
                "http:",
                "http://",
                "http:///path",
                "http:ok.example",
                "https://ok.example:0/",
                "https://ok.example:65536/",
                "https://ok.example:x/",
                "https://127%2e0%2e0%2e1/",
                "https://a..b/",
                "https://-a.example/",
                "http://1.2.3.4.5/",
                "http://256.1.1.1/",
                "http://0x/1/",
                "http://09.1.1.1/",
                "http://[fe80::1%25eth0]/",
                "http://[1.2.3.4]/",
                "http://[::g]/",
                "http://ok.example\\@127.0.0.1/",
                "http://ｌｏｃａｌｈｏｓｔ/",
            })
    void refusesWhatIsNoAddress(String url) {
        assertThat(CallbackAddress.refusal(url, List.of())).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://ok.example/", "file://ok.example/etc/passwd", "gopher://ok.example/"})
    void refusesOtherSchemes(String url) {
        assertThat(CallbackAddress.refusal(url, List.of())).contains("Does not match pattern '^https?://'");
    }

    @Test
    void obeysTheTenantsAllowList() throws UnknownHostException {
        List<String> allowed = List.of("127.0.0.0/8", "fd00::/8", "nonsense", "10.0.0.7");

        assertThat(CallbackAddress.refusal("http://127.0.0.1:9000/h", allowed)).isEmpty();
        assertThat(CallbackAddress.refusal("http://localhost/h", allowed)).isEmpty();
        assertThat(CallbackAddress.refusal("http://[::ffff:127.0.0.1]/", allowed))
                .isEmpty();
        assertThat(CallbackAddress.refusal("http://[64:ff9b::7f00:1]/", allowed))
                .isEmpty();
        assertThat(CallbackAddress.refusal("http://[fd00::5]/", allowed)).isEmpty();
        assertThat(CallbackAddress.refusal("http://10.0.0.7/", allowed)).isEmpty();
        assertThat(CallbackAddress.refusal("http://10.0.0.8/", allowed)).isPresent();
        assertThat(CallbackAddress.mayConnect(InetAddress.getByName("127.0.0.2"), allowed))
                .isTrue();
        assertThat(CallbackAddress.mayConnect(InetAddress.getByName("192.168.0.2"), allowed))
                .isFalse();
        assertThat(CallbackAddress.mayConnect(InetAddress.getByName("8.8.8.8"), List.of()))
                .isTrue();
    }
}
