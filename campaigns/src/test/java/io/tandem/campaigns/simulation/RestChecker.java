package io.tandem.campaigns.simulation;

import io.tandem.campaigns.model.Address;
import io.tandem.campaigns.model.CallAttempt;
import io.tandem.campaigns.model.Campaign;
import io.tandem.campaigns.model.CampaignKind;
import io.tandem.campaigns.model.CampaignState;
import io.tandem.campaigns.model.Carrier;
import io.tandem.campaigns.model.Target;
import io.tandem.campaigns.model.TargetState;
import io.tandem.campaigns.model.Tenant;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.rules.Assignment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What must hold when the scheduler has nothing to do at an instant: promises 5, 7, 10 and 11. */
final class RestChecker {

    private static final Duration JOURNAL_UNIT = Duration.ofNanos(1_000);

    private final MemoryStore store;
    private final Verdict verdict;
    private final CarrierView carrier;
    private final PacingChecker pacing;
    private final ChannelChecker channels;

    RestChecker(
            MemoryStore store, Verdict verdict, CarrierView carrier, PacingChecker pacing, ChannelChecker channels) {
        this.store = store;
        this.verdict = verdict;
        this.carrier = carrier;
        this.pacing = pacing;
        this.channels = channels;
    }

    /** Between any two steps: one campaign a list. */
    void oneCampaignAList() {
        Map<UUID, UUID> runner = new HashMap<>();
        for (Campaign campaign : store.campaigns.values()) {
            if (campaign.state() == CampaignState.RUNNING) {
                for (UUID list : campaign.lists()) {
                    UUID other = runner.put(list, campaign.id());
                    if (other != null) {
                        verdict.broken(5, "campaigns " + other + " and " + campaign.id() + " of list " + list + " run");
                    }
                }
            }
        }
    }

    /**
     * Holds what is up against its limits.
     *
     * @param longestTalk the scheduler's
     * @param late how much later than told the carrier may end a call
     */
    void noneIsUpTooLong(Instant now, Duration longestTalk, Duration late) {
        for (SeenCall call : carrier.up()) {
            if (now.isAfter(lastInstant(call, longestTalk).plus(late).plus(JOURNAL_UNIT))) {
                verdict.broken(
                        10,
                        "call " + call.id + " is up at " + now + ", placed at " + call.placed + ", answered at "
                                + call.answered);
            }
        }
    }

    /**
     * An attempt holds a slot only while a call of it is up, or its end is still waited for.
     *
     * @param grace within which the carrier must confirm an end
     * @param isAlive whether a replica has a process
     */
    void noAttemptIsLeft(Instant now, Duration longestTalk, Duration grace, Predicate<UUID> isAlive) {
        for (CallAttempt attempt : store.open()) {
            UUID replica = store.replicaOf(attempt.id());
            if (!isAlive.test(replica)) {
                ofTheDead(attempt, replica, now);
                continue;
            }
            SeenCall call = carrier.seen(attempt.id());
            if (call == null) {
                verdict.broken(7, "attempt " + attempt.id() + " is open at " + now + " and was never placed");
            } else if (now.isAfter(lastInstant(call, longestTalk).plus(grace).plus(JOURNAL_UNIT))) {
                verdict.broken(
                        10,
                        "attempt " + attempt.id() + " is open at " + now + ", placed at " + call.placed
                                + ", answered at " + call.answered);
            }
        }
    }

    private void ofTheDead(CallAttempt attempt, UUID replica, Instant now) {
        if (!store.registry.isKnown(replica)) {
            verdict.broken(
                    12, "attempt " + attempt.id() + " is open at " + now + " and its replica proved dead: " + replica);
        } else if (now.isAfter(store.deadlineOf(attempt.id()).plus(JOURNAL_UNIT))) {
            verdict.broken(
                    10,
                    "attempt " + attempt.id() + " is open at " + now + ", after its deadline "
                            + store.deadlineOf(attempt.id()));
        }
    }

    private static Instant lastInstant(SeenCall call, Duration longestTalk) {
        Instant answered = call.answered;
        return answered == null ? call.placed.plus(call.ringTimeout) : answered.plus(longestTalk);
    }

    /** No free slot and due target side by side. */
    void noSlotIsIdle(Instant now) {
        for (Campaign campaign : store.campaigns.values()) {
            Tenant tenant = Objects.requireNonNull(store.tenants.get(campaign.tenant()));
            boolean bound = tenant.suspended() || tenant.caps().cps() != null || isChangingHands(tenant.id());
            Target idle = bound || !hasFreeSlot(campaign) ? null : dueTarget(campaign, tenant, now);
            if (idle != null && (campaign.queue() == null || pacing.mayDialAnother(campaign))) {
                verdict.broken(
                        11, "target " + idle.id() + " is due at " + now + " and a slot of " + campaign.id() + " free");
            }
        }
    }

    /** Who gives a tenant up starts nothing of it, and may have to wait until no call of it needs an agent. */
    boolean isChangingHands(TenantId tenant) {
        UUID owner = store.registry.ownerOf(tenant);
        Optional<UUID> assigned = Assignment.ownerOf(tenant, store.registry.living());
        return owner == null || store.registry.isTrusted(owner) && !assigned.equals(Optional.of(owner));
    }

    private boolean hasFreeSlot(Campaign campaign) {
        int tenantCap = Objects.requireNonNull(store.tenants.get(campaign.tenant()))
                .caps()
                .calls();
        return store.callsUp(attempt -> attempt.campaign().equals(campaign.id()))
                        < campaign.pacing().maxConcurrent()
                && (campaign.kind() == CampaignKind.FLOW || carrierHasSlot(campaign))
                && store.callsUp(attempt -> attempt.tenant().equals(campaign.tenant())) < tenantCap;
    }

    /** What goes by calls per second is not idle while it waits for its time. */
    private boolean carrierHasSlot(Campaign campaign) {
        Carrier by = Objects.requireNonNull(store.carrierOf(campaign));
        return by.callsPerSecond() == null
                && store.callsUp(attempt -> by.id().equals(attempt.carrier())) < by.maxConcurrent();
    }

    private @Nullable Target dueTarget(Campaign campaign, Tenant tenant, Instant now) {
        if (campaign.state() != CampaignState.RUNNING
                || !campaign.enabled()
                || !Hours.isOpen(campaign.hours(), now, tenant.zone())
                || (campaign.kind() != CampaignKind.FLOW && Quiet.isQuiet(tenant.policy(), now, tenant.zone()))) {
            return null;
        }
        List<UUID> lists = store.enabledLists(campaign);
        Set<String> numbersUp = new HashSet<>();
        store.open().forEach(attempt -> {
            if (attempt.tenant().equals(campaign.tenant()) && attempt.carrier() != null) {
                numbersUp.add(attempt.to().destination().text());
            }
        });
        for (Target target : store.targets.values()) {
            boolean due = lists.contains(target.list())
                    && target.deleted() == null
                    && (target.state() == TargetState.FRESH || target.state() == TargetState.RETRY)
                    && !target.due().isAfter(now)
                    && (target.state() == TargetState.RETRY
                            || !Hours.isBeforeItsDay(target, campaign.hours(), now, tenant.zone()));
            boolean numbersAreFree = campaign.kind() == CampaignKind.FLOW
                    || numbers(target).stream().noneMatch(numbersUp::contains);
            if (due && numbersAreFree && channels.isFreeFor(target, campaign)) {
                return target;
            }
        }
        return null;
    }

    private static List<String> numbers(Target target) {
        List<String> numbers = new ArrayList<>();
        for (Address address : target.destinations()) {
            if (address != null) {
                numbers.add(address.destination().text());
            }
        }
        return numbers;
    }
}
