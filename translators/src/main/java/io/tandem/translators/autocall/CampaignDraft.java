package io.tandem.translators.autocall;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.campaigns.model.Campaign;
import io.tandem.campaigns.model.Carried;
import io.tandem.campaigns.model.DialPlan;
import io.tandem.campaigns.ports.Ids;
import io.tandem.campaigns.service.CampaignEdit.Command;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A campaign and its plan while a document is written to them. */
final class CampaignDraft implements Draft {

    /** An unanswered call is cancelled then, unless the campaign says otherwise. (autocall-v3.md, 1.4.1) */
    static final Duration DEFAULT_RING_TIMEOUT = Duration.ofSeconds(60);

    private final Ids ids;
    private final Duration retryFloor;
    private final Instant now;
    private Campaign campaign;
    private @Nullable DialPlan plan;
    private @Nullable Command command;

    CampaignDraft(
            Campaign campaign, @Nullable DialPlan plan, Ids ids, AutocallCampaigns.Settings settings, Instant now) {
        this.campaign = campaign;
        this.plan = plan;
        this.ids = ids;
        this.retryFloor = settings.retryFloor();
        this.now = now;
    }

    Campaign campaign() {
        return campaign;
    }

    void campaign(UnaryOperator<Campaign> change) {
        campaign = change.apply(campaign);
    }

    @Nullable
    DialPlan plan() {
        return plan;
    }

    /** Changes the plan; a campaign without one gets its own first, named after it. */
    void plan(UnaryOperator<DialPlan> change) {
        DialPlan before = plan == null ? newPlan() : plan;
        plan = change.apply(before);
    }

    private DialPlan newPlan() {
        DialPlan made = new DialPlan(
                campaign.tenant(),
                ids.next(),
                campaign.name(),
                "",
                null,
                DEFAULT_RING_TIMEOUT,
                retryFloor,
                List.of(1, 0, 0, 0, 0),
                Carried.NONE,
                now,
                null,
                null);
        campaign = campaign.withDialPlan(made.id());
        return made;
    }

    Duration retryFloor() {
        return retryFloor;
    }

    @Nullable
    Command command() {
        return command;
    }

    void command(Command asked) {
        command = asked;
    }

    @Override
    public void carry(String field, @Nullable JsonNode value) {
        campaign = campaign.withCarried(new CarriedFields(campaign.carried()).with(field, value));
    }
}
