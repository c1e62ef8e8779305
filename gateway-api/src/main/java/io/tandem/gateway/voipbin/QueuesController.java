package io.tandem.gateway.voipbin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.tandem.campaigns.model.Queue;
import io.tandem.campaigns.ports.Ids;
import io.tandem.campaigns.service.Failure;
import io.tandem.campaigns.service.ObjectService;
import io.tandem.gateway.http.Json;
import io.tandem.gateway.security.Caller;
import io.tandem.gateway.time.CampaignClock;
import io.tandem.translators.voipbin.Creation;
import io.tandem.translators.voipbin.VoipbinPage;
import io.tandem.translators.voipbin.VoipbinQueues;
import io.tandem.translators.voipbin.WireVersion;
import java.util.UUID;

/** {@code /v1.0/queues}. (voipbin-v1.md, 1.9) */
@Controller("/v1.0/queues")
@Consumes(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class QueuesController {

    private final ObjectService<Queue> queues;
    private final Ids ids;
    private final CampaignClock clock;

    QueuesController(ObjectService<Queue> queues, Ids ids, CampaignClock clock) {
        this.queues = queues;
        this.ids = ids;
        this.clock = clock;
    }

    @Get
    ObjectNode list(Caller caller, VoipbinPage page, WireVersion version) {
        return page.answer(
                queues.page(caller.tenantId(), page.query()),
                queue -> VoipbinQueues.showInList(queue, version),
                version);
    }

    @Post
    ObjectNode create(Caller caller, @Json ObjectNode body, WireVersion version) {
        Creation creation = new Creation(caller.tenant(), version, ids, clock.instant());
        return show(queues.create(VoipbinQueues.create(body, creation)), version);
    }

    @Get("/{id}")
    ObjectNode get(Caller caller, UUID id, WireVersion version) {
        return show(
                queues.find(caller.tenantId(), id).orElseThrow(() -> new Failure.NotFound(Failure.Thing.QUEUE)),
                version);
    }

    @Put("/{id}")
    ObjectNode put(Caller caller, UUID id, @Json ObjectNode body, WireVersion version) {
        return show(
                queues.edit(caller.tenantId(), id, queue -> VoipbinQueues.merge(body, queue, clock.instant())),
                version);
    }

    @Put("/{id}/tag_ids")
    ObjectNode tags(Caller caller, UUID id, @Json ObjectNode body, WireVersion version) {
        return show(
                queues.edit(caller.tenantId(), id, queue -> VoipbinQueues.tags(body, queue, clock.instant())), version);
    }

    @Delete("/{id}")
    ObjectNode delete(Caller caller, UUID id, WireVersion version) {
        return show(queues.delete(caller.tenantId(), id), version);
    }

    private static ObjectNode show(Queue queue, WireVersion version) {
        return VoipbinQueues.show(queue, version);
    }
}
