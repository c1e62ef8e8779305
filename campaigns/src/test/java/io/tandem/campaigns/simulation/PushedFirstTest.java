package io.tandem.campaigns.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.campaigns.model.Campaign;
import io.tandem.campaigns.model.Push;
import io.tandem.campaigns.model.Target;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who goes first of those that were pushed. (autocall-v3.md, D36) */
class PushedFirstTest {

    private final OneCampaign life = new OneCampaign(target -> Map.of());
    private final Campaign campaign = life.campaign;

    private Push pushed(int seconds) {
        return new Push(life.id(), OneCampaign.NOW.plusSeconds(seconds), null, null);
    }

    private void cap(Campaign of, int calls) {
        life.store(of.withPacing(of.pacing().withMaxConcurrent(calls)));
    }

    private Target push(int list, String number, int seconds) {
        return life.target(campaign.lists().get(list), number, "", pushed(seconds));
    }

    @Test
    void theFirstPushedOfAllListsGoesFirstAndBeforeEverybodyElse() {
        cap(campaign, 1);
        life.target("", null);
        push(0, "+84903120003", 3);
        push(0, "+84903120002", 2);
        push(1, "+84903120001", 1);

        life.turn();
        life.busy("+84903120001");
        life.turn();
        life.busy("+84903120002");
        life.turn();
        life.busy("+84903120003");
        life.turn();

        assertThat(life.called().subList(0, 3)).containsExactly("+84903120001", "+84903120002", "+84903120003");
        assertThat(life.called()).hasSize(4);
    }

    @Test
    void whoWaitedForANumberStandsWhereHeStood() {
        String one = "+84903120001";
        String two = "+84903120002";
        Campaign other = life.another();
        for (String number : List.of(one, two)) {
            life.target(other.lists().get(0), number, "", null);
        }
        life.turn();
        cap(other, 0);
        cap(campaign, 1);
        push(0, one, 1);
        push(0, two, 2);
        String own = "+84903120003";
        life.target(campaign.lists().get(0), own, "", null);
        life.turn();
        assertThat(life.called()).containsExactlyInAnyOrder(one, two, own);

        life.busy(one);
        life.turn();
        life.busy(two);
        life.turn();
        life.busy(own);
        life.turn();

        assertThat(life.called()).hasSize(4);
        assertThat(life.called().get(3)).isEqualTo(one);
    }
}
