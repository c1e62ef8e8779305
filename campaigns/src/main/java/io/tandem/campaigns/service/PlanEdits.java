package io.tandem.campaigns.service;

import io.tandem.campaigns.model.Campaign;
import io.tandem.campaigns.model.CampaignState;
import io.tandem.campaigns.model.DialPlan;
import io.tandem.campaigns.model.RetryPolicy;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.CampaignStore;
import io.tandem.campaigns.ports.ReplanStore;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Notices edits of tries, delay or retry-on, a switch to another plan and a list that changes hands among them, and opens
 * the re-planning of what they concern in their own transaction. (design section 5, "A plan edit")
 */
public final class PlanEdits {

    private final ReplanStore replans;
    private final CampaignStore campaigns;
    private final Consumer<TenantId> wake;

    /** @param wake is told that a tenant has re-plannings to be worked off; returns at once */
    public PlanEdits(CampaignStores stores, Consumer<TenantId> wake) {
        this.replans = stores.replans();
        this.campaigns = stores.campaigns();
        this.wake = wake;
    }

    /** A campaign, its plan or both were changed; belongs in the transaction that does. */
    boolean edited(Campaign before, @Nullable DialPlan planBefore, Campaign after, @Nullable DialPlan planAfter) {
        boolean same = planAfter == null
                || (planBefore != null
                        && triesAlike(planBefore, planAfter)
                        && retriesAlike(before.retry(), after.retry()));
        if (!same) {
            replans.open(after.tenant(), after.id());
        }
        return !same;
    }

    /**
     * A plan was changed, and with it every campaign that uses it; belongs in the transaction that does.
     *
     * @return to be run after the commit
     */
    public Runnable edited(DialPlan before, DialPlan after) {
        if (triesAlike(before, after)) {
            return () -> {};
        }
        TenantId tenant = after.tenant();
        campaigns.usingPlan(tenant, after.id()).forEach(campaign -> replans.open(tenant, campaign.id()));
        return () -> committed(tenant);
    }

    /**
     * A campaign was written: if it runs, its plan judges its lists from now on, whoever's did before. Belongs in the
     * transaction that writes it, after that.
     *
     * @return whether it opened a re-planning
     */
    boolean written(Campaign campaign) {
        return campaign.state() == CampaignState.RUNNING && replans.takeUp(campaign.tenant(), campaign.id());
    }

    /** The transaction of an edit that opened re-plannings was committed. */
    void committed(TenantId tenant) {
        wake.accept(tenant);
    }

    private static boolean triesAlike(DialPlan one, DialPlan other) {
        return one.attempts().equals(other.attempts()) && one.retryDelay().equals(other.retryDelay());
    }

    /** Which retries go first does not matter, nor in which order dispositions are named. */
    private static boolean retriesAlike(RetryPolicy one, RetryPolicy other) {
        return Objects.equals(one.shortTalk(), other.shortTalk())
                && one.again().containsAll(other.again())
                && other.again().containsAll(one.again());
    }
}
