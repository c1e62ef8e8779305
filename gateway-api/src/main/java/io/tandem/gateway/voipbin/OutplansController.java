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
import io.tandem.campaigns.model.DialPlan;
import io.tandem.campaigns.ports.Ids;
import io.tandem.campaigns.service.Failure;
import io.tandem.campaigns.service.ObjectService;
import io.tandem.campaigns.service.PlanCarriers;
import io.tandem.gateway.http.Json;
import io.tandem.gateway.security.Caller;
import io.tandem.gateway.time.CampaignClock;
import io.tandem.gateway.voipbin.shape.OutplanShapes;
import io.tandem.gateway.voipbin.shape.TagShapes;
import io.tandem.translators.voipbin.Creation;
import io.tandem.translators.voipbin.VoipbinOutplans;
import io.tandem.translators.voipbin.VoipbinPage;
import io.tandem.translators.voipbin.WireVersion;
import java.util.UUID;

/** {@code /v1.0/outplans}. (voipbin-v1.md, 1.6) */
@Controller("/v1.0/outplans")
@Consumes(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class OutplansController {

    private final ObjectService<DialPlan> plans;
    private final PlanCarriers carriers;
    private final Ids ids;
    private final CampaignClock clock;

    OutplansController(ObjectService<DialPlan> plans, PlanCarriers carriers, Ids ids, CampaignClock clock) {
        this.plans = plans;
        this.carriers = carriers;
        this.ids = ids;
        this.clock = clock;
    }

    @Get
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = OutplanShapes.OutplanPage.class)))
    ObjectNode list(Caller caller, VoipbinPage page, WireVersion version) {
        return page.answer(
                plans.page(caller.tenantId(), page.query()),
                plan -> VoipbinOutplans.showInList(plan, carriers.of(plan), version),
                version);
    }

    @Post
    @RequestBody(content = @Content(schema = @Schema(implementation = OutplanShapes.NewOutplan.class)))
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = OutplanShapes.Outplan.class)))
    ObjectNode create(Caller caller, @Json ObjectNode body, WireVersion version) {
        Creation creation = new Creation(caller.tenant(), version, ids, clock.instant());
        return show(plans.create(VoipbinOutplans.create(body, creation)), version);
    }

    @Get("/{id}")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = OutplanShapes.Outplan.class)))
    ObjectNode get(Caller caller, UUID id, WireVersion version) {
        return show(
                plans.find(caller.tenantId(), id).orElseThrow(() -> new Failure.NotFound(Failure.Thing.DIAL_PLAN)),
                version);
    }

    @Put("/{id}")
    @RequestBody(content = @Content(schema = @Schema(implementation = TagShapes.Labels.class)))
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = OutplanShapes.Outplan.class)))
    ObjectNode put(Caller caller, UUID id, @Json ObjectNode body, WireVersion version) {
        return show(
                plans.edit(caller.tenantId(), id, plan -> VoipbinOutplans.merge(body, plan, clock.instant())), version);
    }

    /** {@code /dials} is what older documents call it. */
    @Put(uris = {"/{id}/dial_info", "/{id}/dials"})
    @RequestBody(content = @Content(schema = @Schema(implementation = OutplanShapes.DialPlan.class)))
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = OutplanShapes.Outplan.class)))
    ObjectNode dialInfo(Caller caller, UUID id, @Json ObjectNode body, WireVersion version) {
        return show(
                plans.edit(
                        caller.tenantId(),
                        id,
                        plan -> VoipbinOutplans.dialInfo(body, plan, carriers.of(plan), clock.instant())),
                version);
    }

    @Delete("/{id}")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = OutplanShapes.Outplan.class)))
    ObjectNode delete(Caller caller, UUID id, WireVersion version) {
        return show(plans.delete(caller.tenantId(), id), version);
    }

    private ObjectNode show(DialPlan plan, WireVersion version) {
        return VoipbinOutplans.show(plan, carriers.of(plan), version);
    }
}
