package io.tandem.campaigns.simulation;

import io.tandem.campaigns.model.Address;
import io.tandem.campaigns.model.CallAttempt;
import io.tandem.campaigns.model.CallingHours;
import io.tandem.campaigns.model.Campaign;
import io.tandem.campaigns.model.CampaignKind;
import io.tandem.campaigns.model.Carried;
import io.tandem.campaigns.model.Destination;
import io.tandem.campaigns.model.HangupCause;
import io.tandem.campaigns.model.Pacing;
import io.tandem.campaigns.model.Push;
import io.tandem.campaigns.model.Release;
import io.tandem.campaigns.model.RetryPolicy;
import io.tandem.campaigns.model.Run;
import io.tandem.campaigns.model.Script;
import io.tandem.campaigns.model.Target;
import io.tandem.campaigns.model.TargetState;
import io.tandem.campaigns.model.Tenant;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.Dialer;
import io.tandem.campaigns.ports.TargetValues;
import io.tandem.campaigns.scheduler.Inbox;
import io.tandem.campaigns.scheduler.Lease;
import io.tandem.campaigns.scheduler.Limits;
import io.tandem.campaigns.scheduler.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A campaign that runs all day with two lists and nine slots, the real scheduler on the store in memory, and a carrier
 * that takes note of calls and tells nothing of them by itself. For tests of single steps.
 */
final class OneCampaign {

    static final Instant NOW = Instant.parse("2026-03-02T05:00:00Z");

    private final class Notes implements Dialer {

        @Override
        public void place(OutboundCall call) {
            placed.add(call);
        }

        @Override
        public void hangUp(UUID attempt, HangupCause cause) {
            hungUp.add(attempt);
        }
    }

    final MemoryStore store = new MemoryStore(new Registry(() -> NOW, () -> Duration.ZERO));
    final List<Dialer.OutboundCall> placed = new ArrayList<>();
    final List<UUID> hungUp = new ArrayList<>();
    final Campaign campaign;
    private final Inbox inbox = new Inbox();
    private final Scheduler scheduler;
    private long lastId;

    OneCampaign(TargetValues values) {
        new World(new SplittableRandom(1), new SplittableRandom(1), this::id, store).tenant(NOW);
        store.targets.clear();
        store.tenants.replaceAll((id, tenant) -> tenant.withCaps(new Tenant.Caps(9, null, 9, null)));
        store.carriers.replaceAll((id, carrier) -> carrier.withMaxConcurrent(9));
        store.plans.replaceAll((id, plan) -> plan.withAttempts(List.of(2, 0, 0, 0, 0)));
        Campaign made = List.copyOf(store.campaigns.values()).get(0);
        store.campaigns.clear();
        List<UUID> lists = List.copyOf(store.lists.keySet()).subList(0, 1);
        store.lists.replaceAll((id, list) -> list.withEnabled(true));
        campaign = made.withKind(CampaignKind.AUTOMATED)
                .withPacing(new Pacing(
                        9, Pacing.ChannelMode.DIRECT, Map.of(), made.pacing().agents()))
                .withRun(Run.running(id(), List.of()))
                .withHours(CallingHours.ALWAYS)
                .withRetry(RetryPolicy.EVERY_NON_ANSWER)
                .withScript(Script.EMPTY)
                .withLists(List.of(lists.get(0), anotherList(lists.get(0))))
                .withQueue(null);
        store(campaign);
        TenantId tenant = campaign.tenant();
        store.registry.tenant(tenant);
        Lease lease = new Lease(() -> 0, () -> 0);
        lease.extendAlone();
        scheduler = new Scheduler(
                () -> NOW,
                new ReplicaStore(store, new Name(id())),
                new Notes(),
                inbox,
                this::id,
                new Random(1),
                Limits.DEFAULT,
                lease,
                other -> {},
                values);
        inbox.own(tenant);
    }

    private UUID anotherList(UUID like) {
        var list = store.lists.get(like).withId(id());
        store.lists.put(list.id(), list);
        return list.id();
    }

    UUID id() {
        return new UUID(7, ++lastId);
    }

    void store(Campaign written) {
        store.campaigns.put(written.id(), written);
        inbox.changed(written.tenant());
    }

    /** Another campaign that runs, with a list of its own. */
    Campaign another() {
        Campaign other = campaign.withId(id())
                .withLists(List.of(anotherList(campaign.lists().get(0))));
        store(other);
        return other;
    }

    Target target(UUID list, String number, String data, @Nullable Push push) {
        List<@Nullable Address> destinations = new ArrayList<>(Collections.nCopies(Target.DESTINATIONS, null));
        destinations.set(0, Address.of(new Destination.PhoneNumber(number)));
        Target target = new Target(
                campaign.tenant(),
                list,
                id(),
                "",
                "",
                data,
                destinations,
                "",
                TargetState.FRESH,
                NOW,
                Target.NO_TRIES,
                null,
                null,
                null,
                Carried.NONE,
                NOW,
                null,
                null,
                push);
        store.targets.put(target.id(), target);
        inbox.changed(campaign.tenant());
        return target;
    }

    /** To a number of its own, in the first list. */
    Target target(String data, @Nullable Push push) {
        return target(campaign.lists().get(0), "+8490312" + (1000 + ++lastId), data, push);
    }

    /** Turns until the scheduler has nothing to do at this instant. */
    void turn() {
        for (int turns = 0; !scheduler.turn().isAfter(NOW); turns++) {
            if (turns > 100) {
                throw new IllegalStateException("the scheduler turns without end");
            }
        }
    }

    void tell(Dialer.Event event) {
        inbox.on(event);
    }

    /** The far end of this number is busy. */
    void busy(String number) {
        released(number, Release.of(HangupCause.USER_BUSY));
    }

    /** The network releases the call to this number, which was not answered. */
    void released(String number, Release release) {
        for (Dialer.OutboundCall call : placed) {
            if (call.to() != null && call.to().text().equals(number)) {
                inbox.on(new Dialer.Event.Ended(call.tenant(), call.attempt(), NOW, release, false));
            }
        }
    }

    /** Numbers in the order in which they were called. */
    List<String> called() {
        return placed.stream().map(call -> call.to().text()).toList();
    }

    List<CallAttempt> attempts(Target target) {
        return store.attempts.values().stream()
                .filter(attempt -> attempt.target().equals(target.id()))
                .toList();
    }
}
