package io.tandem.campaigns.simulation;

import io.tandem.campaigns.model.Agent;
import io.tandem.campaigns.model.AgentPacing;
import io.tandem.campaigns.model.CallAttempt;
import io.tandem.campaigns.model.Campaign;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whether a start keeps to the agents (promise 8). Exact only where no time passes between a decision and the start, so
 * it is asked in calm lives only.
 */
final class PacingChecker {

    private final MemoryStore store;
    private final Laws laws;
    private final Verdict verdict;
    private final CarrierView carrier;

    PacingChecker(MemoryStore store, Laws laws, Verdict verdict, CarrierView carrier) {
        this.store = store;
        this.laws = laws;
        this.verdict = verdict;
        this.carrier = carrier;
    }

    void check(SeenCall call) {
        UUID queue = call.queue;
        if (queue != null && !laws.any(call.tenant, law -> mayDial(law, call.campaign, queue))) {
            verdict.broken(8, "call " + call.id + " of campaign " + call.campaign + " has too few agents");
        }
    }

    /** A call on a queue: dialling, talking to an agent, or to be given one now or after its script. */
    private record OnQueue(
            UUID campaign, boolean dialing, @Nullable UUID agent) {}

    /** Over what the carrier has up. */
    private boolean mayDial(Law law, UUID campaign, UUID queue) {
        List<OnQueue> calls = new ArrayList<>();
        for (SeenCall call : carrier.up()) {
            if (queue.equals(call.queue)) {
                UUID agent = Objects.requireNonNull(store.attempts.get(call.id)).agent();
                calls.add(new OnQueue(call.campaign, call.isDialing(), agent));
            }
        }
        return mayDial(law, campaign, calls);
    }

    /** Over what holds a slot, for a campaign that would like to start another call. */
    boolean mayDialAnother(Campaign campaign) {
        UUID queue = Objects.requireNonNull(campaign.queue());
        List<OnQueue> calls = new ArrayList<>();
        for (CallAttempt attempt : store.open()) {
            if (queue.equals(attempt.queue())) {
                calls.add(new OnQueue(attempt.campaign(), attempt.answered() == null, attempt.agent()));
            }
        }
        return mayDial(laws.last(campaign.tenant()), campaign.id(), calls);
    }

    /** The rules as the documents print them and as the server computes them. */
    private static boolean mayDial(Law law, UUID campaign, List<OnQueue> calls) {
        long dialing = 0;
        long othersDialing = 0;
        long waiting = 0;
        Set<UUID> busy = new HashSet<>();
        for (OnQueue call : calls) {
            boolean own = call.campaign.equals(campaign);
            dialing += call.dialing && own ? 1 : 0;
            othersDialing += call.dialing && !own ? 1 : 0;
            waiting += !call.dialing && call.agent == null ? 1 : 0;
            busy.add(call.agent);
        }
        long present = law.agents().values().stream()
                .filter(agent -> agent.tenant().equals(law.tenant().id())
                        && agent.status() == Agent.Status.AVAILABLE
                        && !busy.contains(agent.id()))
                .count();
        long available = present - waiting - othersDialing;
        AgentPacing pacing = law.campaign(campaign).pacing().agents();
        boolean deployed = pacing.rule() == AgentPacing.Rule.DEPLOYED;
        double percent = pacing.percent();
        return percent > 0
                && (deployed ? Math.floor(available * percent / 100) > dialing : available > dialing * percent / 100);
    }

    /** At rest: nobody is on two calls, and nobody waits while somebody is free. */
    void atRest(Instant now) {
        Map<UUID, UUID> callOf = new HashMap<>();
        for (CallAttempt attempt : store.attempts.values()) {
            UUID agent = attempt.ended() == null ? attempt.agent() : null;
            UUID other = agent == null ? null : callOf.put(agent, attempt.id());
            if (other != null) {
                verdict.broken(8, "agent " + agent + " is on calls " + other + " and " + attempt.id() + " at " + now);
            }
        }
        for (SeenCall call : carrier.up()) {
            CallAttempt attempt = Objects.requireNonNull(store.attempts.get(call.id));
            if (attempt.agent() == null && JoinChecker.hasJoined(call, store, now)) {
                waits(call, callOf.keySet(), now);
            }
        }
    }

    private void waits(SeenCall call, Set<UUID> busy, Instant now) {
        for (Agent agent : store.agents.values()) {
            if (agent.tenant().equals(call.tenant)
                    && agent.status() == Agent.Status.AVAILABLE
                    && !busy.contains(agent.id())) {
                verdict.broken(8, "call " + call.id + " waits at " + now + " while agent " + agent.id() + " is free");
            }
        }
    }
}
