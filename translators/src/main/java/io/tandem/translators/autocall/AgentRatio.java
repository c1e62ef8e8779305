package io.tandem.translators.autocall;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import io.tandem.campaigns.model.AgentPacing;
import io.tandem.campaigns.model.AgentPacing.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code ratio}: calls per available agent, in percent. (mapping.md, row agentRatio)
 *
 * <p>Under the deployed rule it is the service level; under the documented rule its inverse, 10,000 / level. There 150
 * and 300 have no exact level: it is rounded up, and the sent ratio is carried so that it reads back.
 */
final class AgentRatio {

    static final String FIELD = "ratio";

    private static final List<Integer> RATIOS = List.of(100, 150, 200, 300, 400);
    private static final int INVERSE = 10_000;

    private AgentRatio() {}

    static int show(AgentPacing pacing, CarriedFields carried) {
        if (pacing.percent() <= 0) {
            return 0;
        }
        if (pacing.rule() == Rule.DEPLOYED) {
            return pacing.percent();
        }
        int sent = (int) carried.number(FIELD, 0);
        return RATIOS.contains(sent) && inverseUp(sent) == pacing.percent()
                ? sent
                : Math.round((float) INVERSE / pacing.percent());
    }

    static @Nullable JsonNode check(JsonNode sent, Check.Site site) {
        if (!Json.isInteger(sent)) {
            return site.fault(Wording.wrongType("integer", sent));
        }
        return RATIOS.stream()
                .filter(ratio -> Json.same(IntNode.valueOf(ratio), sent))
                .<JsonNode>map(IntNode::valueOf)
                .findFirst()
                .orElseGet(() -> site.fault(Wording.oneOfNumbers(site.field(), RATIOS)));
    }

    static void write(CampaignDraft draft, JsonNode value) {
        int ratio = value.intValue();
        AgentPacing now = draft.campaign().pacing().agents();
        int percent = now.rule() == Rule.DEPLOYED ? ratio : inverseUp(ratio);
        draft.campaign(
                campaign -> campaign.withPacing(campaign.pacing().withAgents(new AgentPacing(percent, now.rule()))));
        boolean exact = now.rule() == Rule.DEPLOYED || percent * ratio == INVERSE;
        draft.carry(FIELD, exact ? null : value);
    }

    /** Whether the ratio has no exact level under the documented rule. */
    static boolean isRounded(JsonNode ratio) {
        return ratio.intValue() > 0 && INVERSE % ratio.intValue() != 0;
    }

    private static int inverseUp(int ratio) {
        return (INVERSE + ratio - 1) / ratio;
    }
}
