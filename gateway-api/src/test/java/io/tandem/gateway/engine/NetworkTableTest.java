package io.tandem.gateway.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.campaigns.ports.NetworkStore;
import io.tandem.campaigns.rules.NetworkPrefixes;
import io.tandem.gateway.TestGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class NetworkTableTest {

    private static final String NUMBER = "+84903000001";

    @RegisterExtension
    static final TestGateway GATEWAY = TestGateway.unlimited();

    private final NetworkStore store = GATEWAY.running().context().getBean(NetworkStore.class);

    @Test
    void aHeartbeatBeforeTheTableIsBroughtDoesNotTakeItsPlace() {
        table("mobi=+84903").bring();
        NetworkTable coming = table("vina=+84903");

        coming.follow();
        coming.bring();

        assertThat(coming.networkOf(NUMBER)).isEqualTo("vina");
    }

    @Test
    void whoRunsFollowsTheTableThatAnotherBringsAndOpensThePassAHeartbeatLater() {
        NetworkTable running = table("mobi=+84903");
        running.bring();
        table("tel=+84903").bring();

        boolean atOnce = running.follow();
        boolean later = running.follow();

        assertThat(running.networkOf(NUMBER)).isEqualTo("tel");
        assertThat(atOnce).isFalse();
        assertThat(later).isTrue();
        assertThat(running.follow()).isFalse();
    }

    private NetworkTable table(String text) {
        return new NetworkTable(NetworkPrefixes.parse(text), store);
    }
}
