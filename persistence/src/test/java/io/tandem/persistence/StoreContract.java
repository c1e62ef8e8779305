package io.tandem.persistence;

import io.tandem.campaigns.model.Address;
import io.tandem.campaigns.model.CallAttempt;
import io.tandem.campaigns.model.CallAttemptBuilder;
import io.tandem.campaigns.model.Campaign;
import io.tandem.campaigns.model.CampaignBuilder;
import io.tandem.campaigns.model.CampaignKind;
import io.tandem.campaigns.model.Carried;
import io.tandem.campaigns.model.Destination.PhoneNumber;
import io.tandem.campaigns.model.Run;
import io.tandem.campaigns.model.Script;
import io.tandem.campaigns.model.Stored;
import io.tandem.campaigns.model.Target;
import io.tandem.campaigns.model.TargetBuilder;
import io.tandem.campaigns.model.TargetList;
import io.tandem.campaigns.model.TargetState;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.AttemptStore;
import io.tandem.campaigns.ports.CampaignStore;
import io.tandem.campaigns.ports.ObjectStore;
import io.tandem.campaigns.ports.SchedulerStore;
import io.tandem.campaigns.ports.TallyStore;
import io.tandem.campaigns.ports.TargetStore;
import io.tandem.campaigns.ports.TenantStore;
import io.tandem.campaigns.ports.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What every store test needs: two tenants that nobody else knows, the stores, and simple things to put into them. */
abstract class StoreContract {

    static final Instant NOW = Instant.parse("2026-05-04T03:02:01.123456Z");

    final RandomRecords random = new RandomRecords();
    final TestDatabase database;
    final Transactions transactions;
    final CampaignStore campaigns;
    final ObjectStore<TargetList> lists;
    final TargetStore targets;
    final AttemptStore attempts;
    final TallyStore tallies;
    final SchedulerStore scheduler;
    final TenantId tenant;
    final TenantId other;

    StoreContract(TestDatabase database) {
        this.database = database;
        transactions = database.bean(Transactions.class);
        campaigns = database.bean(CampaignStore.class);
        lists = database.objects(TargetList.class);
        targets = database.bean(TargetStore.class);
        attempts = database.bean(AttemptStore.class);
        tallies = database.bean(TallyStore.class);
        scheduler = database.bean(SchedulerStore.class);
        tenant = newTenant();
        other = newTenant();
    }

    final TenantId newTenant() {
        var made = random.tenant();
        database.bean(TenantStore.class).insert(made);
        return made.id();
    }

    final <T> T in(TenantId tenant, Supplier<T> work) {
        return transactions.inTenant(tenant, work);
    }

    final void in(TenantId tenant, Runnable work) {
        transactions.inTenant(tenant, work);
    }

    final <T extends Stored> T stored(ObjectStore<T> store, T object) {
        in(object.tenant(), () -> store.insert(object));
        return object;
    }

    final Target stored(Target target) {
        in(target.tenant(), () -> targets.insertAll(target.tenant(), List.of(target)));
        return target;
    }

    final TargetList storedList(TenantId tenant) {
        return stored(lists, random.targetList(tenant).withEnabled(true));
    }

    /** A stopped, enabled campaign of these lists without anything else. */
    final Campaign campaign(TenantId tenant, UUID... lists) {
        return CampaignBuilder.builder(random.campaign(tenant))
                .kind(CampaignKind.AUTOMATED)
                .reservedName(null)
                .enabled(true)
                .run(Run.STOPPED)
                .dialPlan(null)
                .script(Script.EMPTY)
                .lists(Arrays.asList(lists))
                .queue(null)
                .carrier(null)
                .next(null)
                .build();
    }

    final Campaign storedCampaign(TenantId tenant, Run run, UUID... lists) {
        return stored(campaigns, campaign(tenant, lists).withRun(run));
    }

    /** A fresh target with one number, due now. */
    final Target target(TenantId tenant, UUID list) {
        List<@Nullable Address> destinations = new ArrayList<>();
        destinations.add(Address.of(new PhoneNumber(random.number())));
        destinations.addAll(java.util.Collections.nCopies(4, null));
        return TargetBuilder.builder(random.target(tenant, list))
                .destinations(destinations)
                .state(TargetState.FRESH)
                .due(NOW)
                .tries(Target.NO_TRIES)
                .attempt(null)
                .lastDisposition(null)
                .lastCalled(null)
                .carried(Carried.NONE)
                .push(null)
                .networkGiven(false)
                .build();
    }

    /** An open attempt at a target's first destination. */
    final CallAttempt attempt(Target target, UUID campaign) {
        return CallAttemptBuilder.builder(random.attempt(target))
                .campaign(campaign)
                .index(0)
                .tryNumber(target.tries().get(0) + 1)
                .agent(null)
                .placed(NOW)
                .ringing(null)
                .answered(null)
                .ended(null)
                .cause(null)
                .disposition(null)
                .reached(false)
                .talk(Duration.ZERO)
                .updated(NOW)
                .deleted(null)
                .pressed(List.of())
                .build();
    }

    final Target read(Target target) {
        return in(target.tenant(), () -> targets.find(target.tenant(), target.id()))
                .orElseThrow();
    }

    final CallAttempt read(CallAttempt attempt) {
        return in(attempt.tenant(), () -> attempts.find(attempt.tenant(), attempt.id()))
                .orElseThrow();
    }

    final Campaign read(Campaign campaign) {
        return in(campaign.tenant(), () -> campaigns.find(campaign.tenant(), campaign.id()))
                .orElseThrow();
    }

    final Map<String, Long> tally(UUID subject) {
        return in(tenant, () -> tallies.of(tenant, subject));
    }
}
