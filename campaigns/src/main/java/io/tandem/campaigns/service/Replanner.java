package io.tandem.campaigns.service;

import io.tandem.campaigns.model.Campaign;
import io.tandem.campaigns.model.CampaignState;
import io.tandem.campaigns.model.DialPlan;
import io.tandem.campaigns.model.Target;
import io.tandem.campaigns.model.TargetState;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.Owner;
import io.tandem.campaigns.ports.ReplanStore;
import io.tandem.campaigns.ports.ReplanStore.Idle;
import io.tandem.campaigns.ports.ReplanStore.Moved;
import io.tandem.campaigns.ports.ReplanStore.Position;
import io.tandem.campaigns.ports.ReplanStore.Replan;
import io.tandem.campaigns.ports.Transactions;
import io.tandem.campaigns.rules.Replanned;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Works off re-plannings, a batch a transaction: each batch's targets and its position are committed together, so one
 * that was broken off goes on where it stopped. A batch reads the plan while it holds the re-planning, which an edit
 * opens anew: whatever was decided by an older plan is decided again. (design section 5, "A plan edit")
 *
 * <p>A list is judged by the plan of the campaign that runs it, or ran it last. An edit of any other leaves its targets
 * alone: they are re-planned when that one takes the list up. (mapping.md, row targets)
 */
public final class Replanner {

    private static final int BATCH = 1_000;

    private final ReplanStore replans;
    private final CampaignStores stores;
    private final Transactions transactions;
    private final Owner owner;

    public Replanner(CampaignStores stores, Transactions transactions, Owner owner) {
        this.replans = stores.replans();
        this.stores = stores;
        this.transactions = transactions;
        this.owner = owner;
    }

    /** Re-plannings that no one has finished, of all tenants. */
    public List<Replan> unfinished() {
        return replans.open();
    }

    /** Those of one tenant. */
    public List<Replan> unfinished(TenantId tenant) {
        return transactions.inTenant(tenant, () -> replans.open(tenant));
    }

    /**
     * Works off what is left of one. The owner is asked to take in the edit first: from then on calls that end are judged
     * by the new plan, and every other target is met here.
     *
     * @throws io.tandem.campaigns.ports.StoreUnavailable if the database or the owner went away; {@link #run} again later
     *     goes on
     */
    public void run(Replan replan) {
        TenantId tenant = replan.tenant();
        owner.forbade(tenant);
        Step step = step(tenant, replan.campaign(), true);
        while (step.goesOn) {
            step = step(tenant, replan.campaign(), false);
        }
    }

    /** A batch: whether it moved something that the owner should look at, and whether there is another. */
    private record Step(boolean wakes, boolean goesOn) {

        static final Step NOTHING = new Step(false, false);
    }

    /** @param first else one that stands at its beginning was opened anew, and is left to a run of its own */
    private Step step(TenantId tenant, UUID campaign, boolean first) {
        Step step = transactions.inTenant(
                tenant,
                () -> replans.take(tenant, campaign)
                        .filter(replan -> first || replan.next() != null)
                        .map(this::batch)
                        .orElse(Step.NOTHING));
        if (step.wakes) {
            owner.changed(tenant);
        }
        return step;
    }

    private Step batch(Replan replan) {
        Campaign campaign = stores.campaigns()
                .findLiving(replan.tenant(), replan.campaign())
                .orElse(null);
        DialPlan plan = campaign == null ? null : planOf(campaign).orElse(null);
        Position from = campaign == null ? null : where(campaign, replan.next());
        if (campaign == null || plan == null || from == null) {
            replans.close(replan);
            return new Step(true, false);
        }
        List<Idle> idle = replans.from(replan.tenant(), from, BATCH);
        List<Moved> moves = new ArrayList<>();
        for (Idle each : idle) {
            Replanned.of(each, plan, campaign.retry()).ifPresent(to -> moves.add(new Moved(each.target(), to)));
        }
        int moved = replans.move(replan.tenant(), moves);
        Position next = behind(campaign, from, idle);
        if (next == null) {
            replans.close(replan);
            return new Step(true, false);
        }
        replans.progress(new Replan(replan.tenant(), replan.campaign(), next));
        return new Step(moved > 0, true);
    }

    private Optional<DialPlan> planOf(Campaign campaign) {
        UUID plan = campaign.dialPlan();
        return plan == null ? Optional.empty() : stores.plans().findLiving(campaign.tenant(), plan);
    }

    /** The place to go on from, null if no list is left. */
    private @Nullable Position where(Campaign campaign, @Nullable Position kept) {
        if (kept == null) {
            return startBehind(campaign, null);
        }
        boolean stillOurs = campaign.lists().contains(kept.list()) && isJudgedBy(campaign, kept.list());
        return stillOurs ? kept : startBehind(campaign, kept.list());
    }

    private @Nullable Position behind(Campaign campaign, Position from, List<Idle> idle) {
        if (idle.size() == BATCH) {
            Target last = idle.get(BATCH - 1).target();
            return new Position(from.list(), from.phase(), last.due(), last.id());
        }
        return from.phase() == TargetState.RETRY
                ? new Position(from.list(), TargetState.EXHAUSTED, null, null)
                : startBehind(campaign, from.list());
    }

    /** Lists are gone through in the order of their ids, so that a change of the campaign's lists loses none. */
    private @Nullable Position startBehind(Campaign campaign, @Nullable UUID list) {
        return campaign.lists().stream()
                .distinct()
                .filter(id -> list == null || id.toString().compareTo(list.toString()) > 0)
                .filter(id -> isJudgedBy(campaign, id))
                .min(Comparator.comparing(UUID::toString))
                .map(Position::startOf)
                .orElse(null);
    }

    /** Of a list that nobody is known to have run, whoever does not find another at work on it. */
    private boolean isJudgedBy(Campaign campaign, UUID list) {
        return replans.judge(campaign.tenant(), list)
                .map(judge -> judge.equals(campaign.id()))
                .orElseGet(() -> isFreeFor(campaign, list));
    }

    private boolean isFreeFor(Campaign campaign, UUID list) {
        return stores.campaigns().usingList(campaign.tenant(), list).stream()
                .noneMatch(other -> !other.id().equals(campaign.id()) && other.state() != CampaignState.STOPPED);
    }
}
