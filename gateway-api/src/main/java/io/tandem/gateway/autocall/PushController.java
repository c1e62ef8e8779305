package io.tandem.gateway.autocall;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.tandem.campaigns.model.Target;
import io.tandem.campaigns.service.Failure;
import io.tandem.campaigns.service.Failure.Thing;
import io.tandem.campaigns.service.PushService;
import io.tandem.campaigns.service.PushService.Order;
import io.tandem.campaigns.service.RecordService;
import io.tandem.gateway.http.Json;
import io.tandem.gateway.security.Caller;
import io.tandem.gateway.time.CampaignClock;
import io.tandem.translators.autocall.AutocallPushes;
import io.tandem.translators.autocall.AutocallPushes.Pushed;
import io.tandem.translators.autocall.AutocallRecords;
import io.tandem.translators.autocall.CdrDocument;

/** {@code /v3/autocall}: calls that a client pushes. (autocall-v3.md, 1.6 and D36) */
@Controller("/v3/autocall")
@ExecuteOn(TaskExecutors.BLOCKING)
final class PushController {

    private final PushService pushes;
    private final RecordService records;
    private final AutocallPushes documents;
    private final CampaignClock clock;

    PushController(PushService pushes, RecordService records, AutocallPushes documents, CampaignClock clock) {
        this.pushes = pushes;
        this.records = records;
        this.documents = documents;
        this.clock = clock;
    }

    @Post("/import")
    Pushed push(Caller caller, @Json ObjectNode sent) {
        Order order = documents.read(sent, caller.tenant(), clock.instant());
        return answer(caller, order);
    }

    /** The reference is echoed, the empty text for none. */
    @Post("/otp")
    Pushed pushOtp(Caller caller, @Json ObjectNode sent) {
        Order order = documents.readOtp(sent, caller.tenant(), clock.instant());
        Pushed pushed = answer(caller, order);
        return pushed.refId() == null ? pushed.withReference("") : pushed;
    }

    private Pushed answer(Caller caller, Order order) {
        Target target = pushes.push(caller.tenantId(), order);
        return Pushed.of(target, order.reference());
    }

    @Get("/log/{ref_id}/ref_id")
    CdrDocument log(Caller caller, @PathVariable("ref_id") String reference) {
        if (!Answer.isFindable(reference)) {
            throw new Failure.NotFound(Thing.ATTEMPT);
        }
        return AutocallRecords.show(records.byReference(caller.tenantId(), reference), caller.tenant());
    }
}
