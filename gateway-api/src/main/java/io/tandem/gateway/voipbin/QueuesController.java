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
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.tandem.campaigns.model.Queue;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.Ids;
import io.tandem.campaigns.ports.TallyStore;
import io.tandem.campaigns.ports.Transactions;
import io.tandem.campaigns.service.Failure;
import io.tandem.campaigns.service.ObjectService;
import io.tandem.gateway.http.Json;
import io.tandem.gateway.security.Caller;
import io.tandem.gateway.time.CampaignClock;
import io.tandem.gateway.voipbin.shape.QueueShapes;
import io.tandem.gateway.voipbin.shape.TagShapes;
import io.tandem.translators.voipbin.Creation;
import io.tandem.translators.voipbin.VoipbinPage;
import io.tandem.translators.voipbin.VoipbinQueues;
import io.tandem.translators.voipbin.WireVersion;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** {@code /v1.0/queues}. (voipbin-v1.md, 1.9) */
@Controller("/v1.0/queues")
@Consumes(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class QueuesController {

    private final ObjectService<Queue> queues;
    private final TallyStore tallies;
    private final Transactions transactions;
    private final NamedThings named;
    private final Ids ids;
    private final CampaignClock clock;

    QueuesController(
            ObjectService<Queue> queues,
            TallyStore tallies,
            Transactions transactions,
            NamedThings named,
            Ids ids,
            CampaignClock clock) {
        this.queues = queues;
        this.tallies = tallies;
        this.transactions = transactions;
        this.named = named;
        this.ids = ids;
        this.clock = clock;
    }

    @Get
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = QueueShapes.QueuePage.class)))
    ObjectNode list(Caller caller, VoipbinPage page, WireVersion version) {
        List<Queue> rows = queues.page(caller.tenantId(), page.query());
        Map<UUID, Map<String, Long>> counted =
                tallies(caller.tenantId(), rows.stream().map(Queue::id).toList());
        return page.answer(
                rows,
                queue -> VoipbinQueues.showInList(queue, counted.getOrDefault(queue.id(), Map.of()), version),
                version);
    }

    @Post
    @RequestBody(content = @Content(schema = @Schema(implementation = QueueShapes.QueueFields.class)))
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = QueueShapes.Queue.class)))
    ObjectNode create(Caller caller, @Json ObjectNode body, WireVersion version) {
        Creation creation = new Creation(caller.tenant(), version, ids, clock.instant());
        return show(queues.create(named.checked(VoipbinQueues.create(body, creation))), version);
    }

    @Get("/{id}")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = QueueShapes.Queue.class)))
    ObjectNode get(Caller caller, UUID id, WireVersion version) {
        return show(
                queues.find(caller.tenantId(), id).orElseThrow(() -> new Failure.NotFound(Failure.Thing.QUEUE)),
                version);
    }

    @Put("/{id}")
    @RequestBody(content = @Content(schema = @Schema(implementation = QueueShapes.QueueFields.class)))
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = QueueShapes.Queue.class)))
    ObjectNode put(Caller caller, UUID id, @Json ObjectNode body, WireVersion version) {
        return show(
                queues.edit(
                        caller.tenantId(), id, named.queue(queue -> VoipbinQueues.merge(body, queue, clock.instant()))),
                version);
    }

    @Put("/{id}/tag_ids")
    @RequestBody(content = @Content(schema = @Schema(implementation = TagShapes.TagIds.class)))
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = QueueShapes.Queue.class)))
    ObjectNode tags(Caller caller, UUID id, @Json ObjectNode body, WireVersion version) {
        return show(
                queues.edit(
                        caller.tenantId(), id, named.queue(queue -> VoipbinQueues.tags(body, queue, clock.instant()))),
                version);
    }

    @Delete("/{id}")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = QueueShapes.Queue.class)))
    ObjectNode delete(Caller caller, UUID id, WireVersion version) {
        return show(queues.delete(caller.tenantId(), id), version);
    }

    private ObjectNode show(Queue queue, WireVersion version) {
        Map<String, Long> tally = tallies(queue.tenant(), List.of(queue.id())).getOrDefault(queue.id(), Map.of());
        return VoipbinQueues.show(queue, tally, version);
    }

    private Map<UUID, Map<String, Long>> tallies(TenantId tenant, List<UUID> ids) {
        return transactions.inTenant(tenant, () -> tallies.of(tenant, ids));
    }
}
