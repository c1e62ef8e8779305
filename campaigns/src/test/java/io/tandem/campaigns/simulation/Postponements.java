package io.tandem.campaigns.simulation;

import io.tandem.campaigns.model.Target;
import io.tandem.campaigns.model.TargetState;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.Refusal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiConsumer;

/** Which targets of the database in memory a policy has put off, and when they were due before. */
final class Postponements {

    private static final int AT_ONCE = 2;

    private record Mark(TenantId tenant, Instant from, Instant until, String rule) {}

    private final Map<UUID, Mark> marks = new LinkedHashMap<>();

    /** Whether the refusal held; a closing is taken at its word. */
    boolean write(Refusal refusal, Map<UUID, Target> targets) {
        Target from = refusal.from();
        Refusal.Postponed postponed = refusal.postponed();
        if (from == null || postponed == null) {
            return true;
        }
        Target target = Objects.requireNonNull(targets.get(from.id()));
        if (target.deleted() != null
                || target.state() != from.state()
                || !target.due().equals(from.due())) {
            return false;
        }
        marks.put(target.id(), new Mark(target.tenant(), target.due(), postponed.until(), postponed.rule()));
        targets.put(target.id(), target.withDue(postponed.until()));
        return true;
    }

    /** Those that were put off and not recalled, wherever they stand now, with the instant until which. */
    void each(Map<UUID, Target> targets, BiConsumer<Target, Instant> each) {
        marks.forEach((id, mark) -> each.accept(Objects.requireNonNull(targets.get(id)), mark.until));
    }

    int recall(TenantId tenant, String rule, Map<UUID, Target> targets) {
        List<UUID> others = marks.entrySet().stream()
                .filter(mark -> mark.getValue().tenant.equals(tenant)
                        && !mark.getValue().rule.equals(rule))
                .map(Map.Entry::getKey)
                .limit(AT_ONCE)
                .toList();
        for (UUID id : others) {
            Mark mark = Objects.requireNonNull(marks.remove(id));
            Target target = Objects.requireNonNull(targets.get(id));
            boolean waits = target.state() == TargetState.FRESH || target.state() == TargetState.RETRY;
            if (waits && target.due().equals(mark.until)) {
                targets.put(id, target.withDue(mark.from));
            }
        }
        return others.size();
    }
}
