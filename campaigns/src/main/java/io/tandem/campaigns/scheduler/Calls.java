package io.tandem.campaigns.scheduler;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The calls of one tenant that hold a slot, and the counts that caps are held against: those of this replica, and those
 * that another one placed before the tenant changed hands.
 */
final class Calls {

    private final Map<UUID, LiveCall> byAttempt = new LinkedHashMap<>();
    // More than one call where another owner closed a frozen call of ours and called again, and we own the tenant anew.
    private final Map<UUID, Integer> byTarget = new HashMap<>();
    private final Map<String, Integer> byNumber = new HashMap<>();
    private final Map<UUID, Integer> byCampaign = new HashMap<>();
    private final Map<UUID, Integer> byCarrier = new HashMap<>();
    private final Map<Channel, Integer> byChannel = new HashMap<>();
    private final IntConsumer watcher;
    private int elsewhere;

    /** What calls to one network go out over: a carrier, or a campaign's share of it. */
    private record Channel(UUID of, String network) {}

    /** @param watcher is told by how much the number of this replica's own calls changes */
    Calls(IntConsumer watcher) {
        this.watcher = watcher;
    }

    void add(LiveCall call) {
        byAttempt.put(call.id(), call);
        count(call, 1);
    }

    void remove(LiveCall call) {
        if (byAttempt.remove(call.id()) != null) {
            count(call, -1);
        }
    }

    private void count(LiveCall call, int by) {
        byTarget.merge(call.attempt.target(), by, Calls::sumOrNone);
        byNumber.merge(call.number(), by, Calls::sumOrNone);
        byCampaign.merge(call.attempt.campaign(), by, Calls::sumOrNone);
        UUID carrier = call.attempt.carrier();
        if (carrier != null) {
            byCarrier.merge(carrier, by, Calls::sumOrNone);
            byChannel.merge(new Channel(carrier, call.network), by, Calls::sumOrNone);
            byChannel.merge(new Channel(call.attempt.campaign(), call.network), by, Calls::sumOrNone);
        }
        if (call.stage == LiveCall.Stage.ELSEWHERE) {
            elsewhere += by;
        } else {
            watcher.accept(by);
        }
    }

    @SuppressWarnings("NullAway") // merge() removes the entry when told null
    private static @Nullable Integer sumOrNone(int one, int other) {
        return one + other == 0 ? null : one + other;
    }

    @Nullable
    LiveCall get(UUID attempt) {
        return byAttempt.get(attempt);
    }

    Collection<LiveCall> all() {
        return byAttempt.values();
    }

    /** Those that another replica placed. */
    List<LiveCall> elsewhere() {
        return elsewhere == 0
                ? List.of()
                : byAttempt.values().stream()
                        .filter(call -> call.stage == LiveCall.Stage.ELSEWHERE)
                        .toList();
    }

    boolean anyOfOurs() {
        return byAttempt.size() > elsewhere;
    }

    boolean isTargetUp(UUID target) {
        return byTarget.containsKey(target);
    }

    boolean isNumberUp(String number) {
        return byNumber.containsKey(number);
    }

    int up() {
        return byAttempt.size();
    }

    int up(UUID campaign) {
        return byCampaign.getOrDefault(campaign, 0);
    }

    int upOn(UUID carrier) {
        return byCarrier.getOrDefault(carrier, 0);
    }

    int upOn(UUID carrier, String network) {
        return byChannel.getOrDefault(new Channel(carrier, network), 0);
    }

    int upOf(UUID campaign, String network) {
        return byChannel.getOrDefault(new Channel(campaign, network), 0);
    }

    /** Calls of the campaign that are not answered yet. */
    int dialing(UUID campaign) {
        return (int) byAttempt.values().stream()
                .filter(call -> call.isDialing() && call.attempt.campaign().equals(campaign))
                .count();
    }

    /** Calls of all campaigns on the queue that were answered and have not joined it yet. */
    int inScript(UUID queue) {
        return (int) byAttempt.values().stream()
                .filter(call -> call.stage == LiveCall.Stage.SCRIPT && queue.equals(call.attempt.queue()))
                .count();
    }

    /** Calls of all campaigns on the queue that are not answered yet. */
    int dialingOnQueue(UUID queue) {
        return (int) byAttempt.values().stream()
                .filter(call -> call.isDialing() && queue.equals(call.attempt.queue()))
                .count();
    }
}
