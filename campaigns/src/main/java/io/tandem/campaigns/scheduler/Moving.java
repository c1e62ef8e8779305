package io.tandem.campaigns.scheduler;

import io.tandem.campaigns.model.Campaign;
import io.tandem.campaigns.model.CampaignState;
import io.tandem.campaigns.model.Run;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.Ids;
import io.tandem.campaigns.ports.SchedulerStore.CampaignMove;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Moves one tenant's campaigns that move by themselves: paused ones start, exhausted ones stop, chains go on. */
final class Moving {

    private static final System.Logger LOG = System.getLogger(Moving.class.getName());

    private final TenantId tenant;
    private final Ids ids;
    private final Calls calls;
    /** Paused campaigns that could not start when their time came: another campaign runs on a list of theirs. */
    private final Set<UUID> kept = new HashSet<>();

    /** Campaigns whose end was committed without an answer. */
    private final Set<UUID> endInDoubt = new HashSet<>();

    Moving(TenantId tenant, Ids ids, Calls calls) {
        this.tenant = tenant;
        this.ids = ids;
        this.calls = calls;
    }

    void refreshed(View view) {
        kept.removeIf(id -> {
            Line line = view.line(id);
            return line == null || line.campaign.state() != CampaignState.PAUSED;
        });
    }

    /** Starts paused campaigns whose time has come, and stops those that have nothing left. */
    void move(View view, Instant now, Draft draft) {
        for (Line line : view.lines()) {
            Run run = line.campaign.run();
            Instant resumeAt = run.resumeAt();
            if (run.state() == CampaignState.PAUSED && resumeAt != null && !resumeAt.isAfter(now)) {
                Run to = kept.remove(line.id()) ? postponed(line, now) : run.resumed();
                draft.moves.add(new CampaignMove(tenant, line.id(), run, to, false, null, null));
            } else if (run.state() == CampaignState.STOPPING && calls.up(line.id()) == 0) {
                draft.moves.add(new CampaignMove(tenant, line.id(), run, Run.STOPPED, false, null, null));
            } else if (isDone(line, now)) {
                draft.moves.add(exhausted(line));
            }
        }
    }

    private Run postponed(Line line, Instant now) {
        LOG.log(
                System.Logger.Level.WARNING,
                "tenant {0}: campaign {1} stays paused: another campaign of its lists runs, or what it needs was deleted",
                tenant,
                line.id());
        return line.campaign.run().pausedUntil(line.nextStart(now));
    }

    boolean isDone(Line line, Instant now) {
        return line.mayDial()
                && line.campaign.whenExhausted() == Campaign.WhenExhausted.STOP
                && !line.exhaustionRefused
                && line.isOpen(now)
                && calls.up(line.id()) == 0
                && line.hopper.isExhausted();
    }

    private CampaignMove exhausted(Line line) {
        Campaign campaign = line.campaign;
        List<UUID> chain = new ArrayList<>(campaign.run().chain());
        chain.add(campaign.id());
        UUID next = campaign.next();
        if (next != null && chain.contains(next)) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "tenant {0}: campaign {1} ends its chain: the next one, {2}, ran in it before",
                    tenant,
                    campaign.id(),
                    next);
            next = null;
        }
        Run nextRun = next == null ? null : Run.running(ids.next(), chain);
        return new CampaignMove(tenant, campaign.id(), campaign.run(), Run.STOPPED, true, next, nextRun);
    }

    /** It is unknown whether these moves held; a commit that is under way may still land. */
    void inDoubt(List<CampaignMove> moves) {
        moves.stream()
                .filter(CampaignMove::onlyIfExhausted)
                .map(CampaignMove::campaign)
                .forEach(endInDoubt::add);
    }

    /**
     * The store's answer to {@link #move}.
     *
     * @return whether the tenant has to be read anew
     */
    boolean moved(View view, CampaignMove move, boolean held, boolean nextStarted) {
        if (held && move.next() != null && !nextStarted) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "tenant {0}: campaign {1} stopped, but the next one, {2}, could not be started",
                    tenant,
                    move.campaign(),
                    move.next());
        }
        // The commit that asks again comes after the one in doubt: if that one held, this one cannot.
        boolean mayHaveEndedBefore = endInDoubt.remove(move.campaign());
        Line line = view.line(move.campaign());
        if (!held && line != null && move.onlyIfExhausted()) {
            line.exhaustionRefused = true;
            return mayHaveEndedBefore;
        }
        if (!held && move.to().state() == CampaignState.RUNNING) {
            kept.add(move.campaign());
        }
        return true;
    }
}
