package io.tandem.campaigns.simulation;

import io.tandem.campaigns.model.Address;
import io.tandem.campaigns.model.Campaign;
import io.tandem.campaigns.model.CampaignState;
import io.tandem.campaigns.model.Destination;
import io.tandem.campaigns.model.Target;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** What must hold when the carrier is given a call: promises 1 to 5. */
final class StartChecker {

    private final MemoryStore store;
    private final Laws laws;
    private final Verdict verdict;
    private final CarrierView carrier;

    StartChecker(MemoryStore store, Laws laws, Verdict verdict, CarrierView carrier) {
        this.store = store;
        this.laws = laws;
        this.verdict = verdict;
        this.carrier = carrier;
    }

    void check(SeenCall call) {
        Target target = Objects.requireNonNull(store.targets.get(call.target));
        caps(call);
        allowed(call, target);
        attemptsAndOrder(call, target);
        delay(call);
        oneAtATime(call);
    }

    /** The call itself is not counted as up yet. */
    private void caps(SeenCall call) {
        limit(
                "campaign",
                laws.most(
                        call.tenant, law -> law.campaign(call.campaign).pacing().maxConcurrent()),
                carrier.count(other -> other.campaign.equals(call.campaign)));
        UUID by = call.carrier;
        if (by != null) {
            limit(
                    "carrier",
                    laws.most(call.tenant, law -> law.carrier(by).maxConcurrent()),
                    carrier.count(other -> by.equals(other.carrier)));
        }
        limit(
                "tenant",
                laws.most(call.tenant, law -> law.tenant().caps().calls()),
                carrier.count(other -> other.tenant.equals(call.tenant)));
    }

    private void limit(String whose, int cap, int othersUp) {
        if (othersUp + 1 > cap) {
            verdict.broken(1, (othersUp + 1) + " calls in flight under the " + whose + " cap of " + cap);
        }
    }

    private void allowed(SeenCall call, Target target) {
        mustHold(call, "is for a campaign that does not run", law -> mayRun(law.campaign(call.campaign)));
        mustHold(
                call,
                "is outside the hours",
                law -> call.frozenBefore
                        || Hours.isOpen(
                                law.campaign(call.campaign).hours(),
                                call.placed,
                                law.tenant().zone()));
        boolean isFirst = IntStream.of(carrier.tries(target.id())).sum() == 1;
        mustHold(
                call,
                "is to a target whose day has not opened",
                law -> call.frozenBefore
                        || !isFirst
                        || !Hours.isBeforeItsDay(
                                target,
                                law.campaign(call.campaign).hours(),
                                call.placed,
                                law.tenant().zone()));
        mustHold(call, "is for a suspended tenant", law -> !law.tenant().suspended());
        mustHold(call, "is to a deleted target", law -> !law.deletedTargets().contains(target.id()));
        mustHold(call, "is to a do-not-call number", law -> !law.doNotCall().contains(call.to));
        mustHold(
                call,
                "is to a target of a list that its campaign does not dial",
                law -> Objects.requireNonNull(law.enabledLists().get(call.campaign))
                        .contains(target.list()));
    }

    private static boolean mayRun(Campaign campaign) {
        return campaign.state() == CampaignState.RUNNING && campaign.enabled() && campaign.deleted() == null;
    }

    private void mustHold(SeenCall call, String otherwise, Predicate<Law> allows) {
        if (!laws.any(call.tenant, allows)) {
            verdict.broken(
                    2, "call " + call.id + " of campaign " + call.campaign + " at " + call.placed + " " + otherwise);
        }
    }

    private void attemptsAndOrder(SeenCall call, Target target) {
        int made = carrier.tries(target.id())[call.index];
        int most = laws.most(call.tenant, law -> law.planOf(call.campaign).attemptsOn(call.index));
        if (made > most) {
            verdict.broken(
                    3, "attempt " + made + " of " + most + " at destination " + call.index + " of " + call.target);
        }
        Address to = target.destinations().get(call.index);
        boolean flow = call.carrier == null;
        if (to == null || !flow && !to.destination().text().equals(call.to)) {
            verdict.broken(3, "destination " + call.index + " of " + target.id() + " is " + to + ", called " + call.to);
        }
        for (int earlier = 0; earlier < call.index; earlier++) {
            int before = earlier;
            if (!laws.any(call.tenant, law -> isUsedUp(call, target, before, law))) {
                verdict.broken(3, "destination " + call.index + " of " + target.id() + " before " + earlier);
            }
        }
    }

    private boolean isUsedUp(SeenCall call, Target target, int index, Law law) {
        Address address = target.destinations().get(index);
        int used = Math.max(carrier.tries(target.id())[index], target.tries().get(index));
        return address == null
                || call.carrier != null && !(address.destination() instanceof Destination.PhoneNumber)
                || !(address.destination() instanceof Destination.PhoneNumber) && used > 0
                || law.doNotCall().contains(address.destination().text())
                || used >= law.planOf(call.campaign).attemptsOn(index);
    }

    private void delay(SeenCall call) {
        CarrierView.LastEnd end = carrier.lastEnd(call.target);
        // The journal cuts instants to microseconds; the end of a call that died with its process is exact.
        if (end != null && call.placed.isBefore(end.at.plus(end.delay).truncatedTo(ChronoUnit.MICROS))) {
            verdict.broken(
                    4, "target " + call.target + " called at " + call.placed + ", its last call ended at " + end.at);
        }
    }

    private void oneAtATime(SeenCall call) {
        for (SeenCall other : carrier.up()) {
            if (other.target.equals(call.target)) {
                verdict.broken(5, "target " + call.target + " is in two calls");
            }
            if (other.tenant.equals(call.tenant) && !call.to.isEmpty() && other.to.equals(call.to)) {
                verdict.broken(5, "number " + call.to + " is in two calls");
            }
        }
    }
}
