package io.tandem.campaigns.scheduler;

import io.tandem.campaigns.model.Agent;
import io.tandem.campaigns.model.Queue;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Which agents are on which calls, and which answered calls wait for one. (voipbin-v1.md, section 3: agent status,
 * available agents)
 */
final class Seats {

    private final RandomGenerator chance;
    private final Map<UUID, UUID> callByAgent = new HashMap<>();
    private final Map<UUID, Deque<LiveCall>> waiting = new HashMap<>();
    private List<Agent> agents = List.of();
    private Map<UUID, Queue> queues = Map.of();

    Seats(RandomGenerator chance) {
        this.chance = chance;
    }

    void update(List<Agent> newAgents, Map<UUID, Queue> newQueues) {
        agents = newAgents;
        queues = newQueues;
    }

    /** The agents are another replica's to give; calls that wait do so until their time is up. */
    void retire() {
        agents = List.of();
    }

    @Nullable
    Queue queue(UUID id) {
        return queues.get(id);
    }

    /** Agents of the queue who could take a call now. */
    int available(UUID queueId) {
        return freeIn(queueId).size();
    }

    int waiting(UUID queueId) {
        Deque<LiveCall> calls = waiting.get(queueId);
        return calls == null ? 0 : calls.size();
    }

    /** Gives the call an available agent, any of them; null if there is none. */
    @Nullable
    UUID seat(UUID queueId, UUID call) {
        List<UUID> free = freeIn(queueId);
        if (free.isEmpty()) {
            return null;
        }
        UUID agent = free.get(chance.nextInt(free.size()));
        callByAgent.put(agent, call);
        return agent;
    }

    /** The agent is on a call that another replica placed. */
    void occupy(UUID agent, UUID call) {
        callByAgent.put(agent, call);
    }

    void await(UUID queueId, LiveCall call) {
        waiting.computeIfAbsent(queueId, q -> new ArrayDeque<>()).add(call);
    }

    /** The call that has waited longest in a queue that has an agent for it; removed from the queue; null if none. */
    @Nullable
    LiveCall nextServable() {
        for (Map.Entry<UUID, Deque<LiveCall>> entry : waiting.entrySet()) {
            if (!entry.getValue().isEmpty() && available(entry.getKey()) > 0) {
                return entry.getValue().poll();
            }
        }
        return null;
    }

    void leaveQueue(UUID queueId, LiveCall call) {
        Deque<LiveCall> calls = waiting.get(queueId);
        if (calls != null) {
            calls.remove(call);
        }
    }

    void free(UUID agent, UUID call) {
        callByAgent.remove(agent, call);
    }

    private List<UUID> freeIn(UUID queueId) {
        Queue queue = queues.get(queueId);
        List<UUID> free = new ArrayList<>();
        if (queue != null) {
            for (Agent agent : agents) {
                if (agent.status() == Agent.Status.AVAILABLE
                        && !callByAgent.containsKey(agent.id())
                        && queue.takes(agent)) {
                    free.add(agent.id());
                }
            }
        }
        return free;
    }
}
