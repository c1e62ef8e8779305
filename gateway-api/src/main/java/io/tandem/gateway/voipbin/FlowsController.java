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
import io.tandem.campaigns.model.Flow;
import io.tandem.campaigns.ports.Ids;
import io.tandem.campaigns.service.Failure;
import io.tandem.campaigns.service.ObjectService;
import io.tandem.gateway.http.Json;
import io.tandem.gateway.security.Caller;
import io.tandem.gateway.time.CampaignClock;
import io.tandem.gateway.voipbin.shape.FlowShapes;
import io.tandem.translators.voipbin.Creation;
import io.tandem.translators.voipbin.VoipbinFlows;
import io.tandem.translators.voipbin.VoipbinPage;
import io.tandem.translators.voipbin.WireVersion;
import java.util.UUID;

/** {@code /v1.0/flows}. (voipbin-v1.md, 1.9) */
@Controller("/v1.0/flows")
@Consumes(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class FlowsController {

    private final ObjectService<Flow> flows;
    private final NamedThings named;
    private final Ids ids;
    private final CampaignClock clock;

    FlowsController(ObjectService<Flow> flows, NamedThings named, Ids ids, CampaignClock clock) {
        this.flows = flows;
        this.named = named;
        this.ids = ids;
        this.clock = clock;
    }

    @Get
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = FlowShapes.FlowPage.class)))
    ObjectNode list(Caller caller, VoipbinPage page, WireVersion version) {
        return page.answer(
                flows.page(caller.tenantId(), page.query()), flow -> VoipbinFlows.showInList(flow, version), version);
    }

    @Post
    @RequestBody(content = @Content(schema = @Schema(implementation = FlowShapes.FlowFields.class)))
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = FlowShapes.Flow.class)))
    ObjectNode create(Caller caller, @Json ObjectNode body, WireVersion version) {
        Creation creation = new Creation(caller.tenant(), version, ids, clock.instant());
        return show(flows.create(named.checked(VoipbinFlows.create(body, creation))), version);
    }

    @Get("/{id}")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = FlowShapes.Flow.class)))
    ObjectNode get(Caller caller, UUID id, WireVersion version) {
        return show(
                flows.find(caller.tenantId(), id).orElseThrow(() -> new Failure.NotFound(Failure.Thing.FLOW)), version);
    }

    @Put("/{id}")
    @RequestBody(content = @Content(schema = @Schema(implementation = FlowShapes.FlowFields.class)))
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = FlowShapes.Flow.class)))
    ObjectNode put(Caller caller, UUID id, @Json ObjectNode body, WireVersion version) {
        return show(
                flows.edit(caller.tenantId(), id, named.flow(flow -> VoipbinFlows.merge(body, flow, clock.instant()))),
                version);
    }

    @Delete("/{id}")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = FlowShapes.Flow.class)))
    ObjectNode delete(Caller caller, UUID id, WireVersion version) {
        return show(flows.delete(caller.tenantId(), id), version);
    }

    private static ObjectNode show(Flow flow, WireVersion version) {
        return VoipbinFlows.show(flow, version);
    }
}
