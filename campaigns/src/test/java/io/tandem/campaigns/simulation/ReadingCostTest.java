package io.tandem.campaigns.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.campaigns.oracle.Story;
import io.tandem.campaigns.oracle.Wish;
import io.tandem.campaigns.oracle.Wish.AutocallPlan;
import io.tandem.campaigns.oracle.Wish.Fate;
import io.tandem.campaigns.oracle.Wish.Lead;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the scheduler reads grows with what there is to call, not with who waits. */
class ReadingCostTest {

    private static final int LEADS = 500;
    private static final long SECOND = 1_000_000_000L;

    @Test
    void leadsThatWaitForOneNumberAreReadOnce() {
        Lead lead = lead("+84900000001");
        RealLife life = new RealLife(wish(Collections.nCopies(LEADS, lead)));

        Story story = life.live();

        assertThat(story.leads()).hasSize(LEADS).allMatch(each -> each.state().equals("done"));
        assertThat(life.targetsRead()).isBetween(LEADS, LEADS * 11 / 10);
    }

    @Test
    void whoMayBeCalledComesBeforeThoseWhoWaitForOneNumber() {
        Lead[] leads = new Lead[LEADS];
        Arrays.fill(leads, lead("+84900000001"));
        leads[LEADS - 1] = lead("+84900000002");
        RealLife life = new RealLife(wish(List.of(leads)));

        Story story = life.live();

        assertThat(story.leads().get(LEADS - 1).tries().get(0).start())
                .as("at once, past all that wait")
                .isEqualTo(story.leads().get(0).tries().get(0).start());
    }

    private static Lead lead(String number) {
        Fate answered = new Fate(Fate.Kind.ANSWERED, true, SECOND, 10 * SECOND, 16);
        return new Lead(Arrays.asList(number, null, null, null, null), 0, Collections.nCopies(5, List.of(answered)));
    }

    private static Wish wish(List<Lead> leads) {
        return new Wish(2, new AutocallPlan(0, "after", 0, 30), null, 0, false, List.of(), true, 0, Set.of(), leads);
    }
}
