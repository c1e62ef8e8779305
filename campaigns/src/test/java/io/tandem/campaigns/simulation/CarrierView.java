package io.tandem.campaigns.simulation;

import io.tandem.campaigns.model.CallAttempt;
import io.tandem.campaigns.model.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the carrier's journal says: the calls that are up, and what was called before. */
final class CarrierView {

    private static final Pattern FIELD = Pattern.compile("\"(\\w+)\":\"?([^\",}]*)\"?");

    /** Judges what the journal says. */
    interface Judge {

        /** The call is not counted as up yet. */
        void placed(SeenCall call);

        /** The carrier says that a call is over. */
        void ended(SeenCall call, Instant at);
    }

    /** A target's last call: when it ended, and the shortest delay that a plan of it has asked for since. */
    static final class LastEnd {
        final Instant at;
        final UUID campaign;
        Duration delay;

        LastEnd(Instant at, UUID campaign, Duration delay) {
            this.at = at;
            this.campaign = campaign;
            this.delay = delay;
        }
    }

    private final MemoryStore store;
    private final Laws laws;
    private final Verdict verdict;
    private final Judge judge;
    private final Map<UUID, SeenCall> up = new LinkedHashMap<>();
    private final Map<UUID, int[]> tries = new HashMap<>();
    private final Map<UUID, LastEnd> lastEnds = new HashMap<>();
    private final Map<UUID, Boolean> frozenBefore = new HashMap<>();
    private final Map<UUID, SeenCall> seen = new HashMap<>();
    private final Set<UUID> endedElsewhere = new HashSet<>();

    CarrierView(MemoryStore store, Laws laws, Verdict verdict, Judge judge) {
        this.store = store;
        this.laws = laws;
        this.verdict = verdict;
        this.judge = judge;
    }

    /** Takes a line of the carrier's journal. */
    void journal(int process, String line) {
        Map<String, String> fields = new HashMap<>();
        Matcher matcher = FIELD.matcher(line);
        while (matcher.find()) {
            fields.put(matcher.group(1), matcher.group(2));
        }
        UUID call = UUID.fromString(fields.get("call"));
        Instant at = Instant.parse(fields.get("at"));
        switch (fields.get("event")) {
            case "placed" -> placed(process, call, fields, at);
            case "answered" -> answered(call, at);
            case "ended" -> {
                SeenCall was = up.get(call);
                ended(call, at);
                if (was != null) {
                    judge.ended(was, at);
                }
            }
            default -> throw new IllegalArgumentException(line);
        }
    }

    /** The carrier died with a process: its calls are no more. */
    void died(int process, Instant at) {
        List.copyOf(up.values()).forEach(call -> {
            if (call.process == process) {
                ended(call.id, at);
            }
        });
    }

    /** A call counts as over whatever the carrier says. */
    void over(UUID call, Instant at) {
        ended(call, at);
    }

    /**
     * A freeze came between the last look and the call that comes next.
     *
     * @param late the process was trusted no more when it ended: nothing can keep this call from breaking promises, nor
     *     does it keep others from their slots
     */
    void frozenBefore(UUID call, boolean late) {
        frozenBefore.put(call, late);
    }

    private void placed(int process, UUID id, Map<String, String> fields, Instant at) {
        if (seen.containsKey(id)) {
            verdict.broken(3, "call " + id + " was placed twice");
        }
        CallAttempt attempt = store.attempts.get(id);
        if (attempt == null) {
            verdict.broken(7, "call " + id + " has no record");
            return;
        }
        Target called = Objects.requireNonNull(store.targets.get(attempt.target()));
        SeenCall call = new SeenCall(id, process, fields, at, attempt, Networks.of(called, attempt.index()));
        call.frozenBefore = frozenBefore.containsKey(id);
        call.delay = leastDelay(call);
        tries.computeIfAbsent(call.target, target -> new int[Target.DESTINATIONS])[call.index]++;
        seen.put(id, call);
        endedElsewhere.remove(call.target);
        if (!frozenBefore.getOrDefault(id, false)) {
            judge.placed(call);
            up.put(id, call);
        }
    }

    private void answered(UUID id, Instant at) {
        SeenCall call = seen.get(id);
        if (call != null) {
            call.answered = at;
        }
    }

    private void ended(UUID id, Instant at) {
        SeenCall was = up.remove(id);
        if (was != null) {
            lastEnds.put(was.target, new LastEnd(at, was.campaign, leastDelay(was)));
        }
    }

    private Duration leastDelay(SeenCall call) {
        Duration[] least = new Duration[1];
        laws.any(call.tenant, law -> {
            Duration delay = law.planOf(call.campaign).retryDelay();
            least[0] = least[0] == null || delay.compareTo(least[0]) < 0 ? delay : least[0];
            return false;
        });
        return least[0];
    }

    /**
     * A former owner, who is not waited for when a plan is edited, writes how a call ended: it goes by the plan as it was
     * when it looked last.
     */
    void recordedByFormerOwner(UUID id) {
        SeenCall call = seen.get(id);
        if (call != null) {
            endedElsewhere.add(call.target);
        }
        LastEnd end = call == null ? null : lastEnds.get(call.target);
        if (end != null && call.delay.compareTo(end.delay) < 0) {
            end.delay = call.delay;
        }
    }

    /** A plan asks for another delay; a shorter one may hold at once. */
    void delayChanged(UUID campaign, Duration delay) {
        for (LastEnd end : lastEnds.values()) {
            if (end.campaign.equals(campaign) && delay.compareTo(end.delay) < 0) {
                end.delay = delay;
            }
        }
    }

    /** Whether a former owner wrote how the last call to a target ended. */
    boolean endedElsewhere(UUID target) {
        return endedElsewhere.contains(target);
    }

    Collection<SeenCall> up() {
        return up.values();
    }

    int count(Predicate<SeenCall> which) {
        return (int) up.values().stream().filter(which).count();
    }

    /** Calls made to each destination of a target. */
    int[] tries(UUID target) {
        return tries.getOrDefault(target, new int[Target.DESTINATIONS]);
    }

    @Nullable
    LastEnd lastEnd(UUID target) {
        return lastEnds.get(target);
    }

    @Nullable
    SeenCall get(UUID call) {
        return up.get(call);
    }

    /** A call that was placed, up or not; null if none was. */
    @Nullable
    SeenCall seen(UUID call) {
        return seen.get(call);
    }

    Set<UUID> seen() {
        return seen.keySet();
    }
}
