package io.tandem.gateway.autocall;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.tandem.campaigns.model.EventHook;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.Ids;
import io.tandem.campaigns.ports.ObjectStore;
import io.tandem.campaigns.ports.Page;
import io.tandem.campaigns.ports.Transactions;
import io.tandem.campaigns.service.Failure;
import io.tandem.campaigns.service.Failure.Thing;
import io.tandem.gateway.http.Json;
import io.tandem.gateway.security.Caller;
import io.tandem.gateway.security.Seals;
import io.tandem.gateway.time.CampaignClock;
import io.tandem.translators.autocall.EventDocument;
import io.tandem.translators.autocall.EventDocument.All;
import io.tandem.translators.autocall.EventDocument.Created;
import io.tandem.translators.autocall.EventDocument.Deleted;
import io.tandem.translators.autocall.EventDocument.Wanted;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** {@code /v1/event}: where a tenant wants to be told of its calls. (autocall-v3.md, 1.9) */
@Controller("/v1/event")
@ExecuteOn(TaskExecutors.BLOCKING)
final class EventController {

    /** More would make one call a flood of requests. */
    private static final int MOST_HOOKS = 100;

    private final ObjectStore<EventHook> hooks;
    private final Transactions transactions;
    private final Seals seals;
    private final Ids ids;
    private final CampaignClock clock;

    EventController(
            ObjectStore<EventHook> hooks, Transactions transactions, Seals seals, Ids ids, CampaignClock clock) {
        this.hooks = hooks;
        this.transactions = transactions;
        this.seals = seals;
        this.ids = ids;
        this.clock = clock;
    }

    @Post
    Created create(Caller caller, @Json ObjectNode sent) {
        Wanted wanted = EventDocument.read(sent, caller.tenant());
        TenantId tenant = caller.tenantId();
        EventHook hook = new EventHook(
                tenant, ids.next(), wanted.event(), wanted.url(), seals.seal(wanted.key()), now(), null, null);
        transactions.inTenant(tenant, () -> {
            if (hooks.count(tenant) >= MOST_HOOKS) {
                throw new Failure.Invalid("", "there are " + MOST_HOOKS + " events already");
            }
            hooks.insert(hook);
        });
        return new Created(true, hook.id().toString());
    }

    @Get
    All list(Caller caller) {
        TenantId tenant = caller.tenantId();
        List<EventDocument> all =
                transactions.inTenant(tenant, () -> hooks.page(tenant, Page.first(MOST_HOOKS))).stream()
                        .map(hook -> EventDocument.of(hook, seals.open(hook.sealedKey())))
                        .toList();
        return new All(all, all.size());
    }

    @Delete("/{id}")
    Deleted delete(Caller caller, UUID id) {
        TenantId tenant = caller.tenantId();
        transactions.inTenant(tenant, () -> {
            EventHook hook = hooks.lockLiving(tenant, id).orElseThrow(() -> new Failure.NotFound(Thing.EVENT_HOOK));
            hooks.update(hook.withDeleted(now()));
        });
        return new Deleted(true);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
