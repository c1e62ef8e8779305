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
import io.tandem.campaigns.ports.Ids;
import io.tandem.campaigns.service.AttemptService;
import io.tandem.campaigns.service.CampaignEdit;
import io.tandem.campaigns.service.CampaignEdit.Command;
import io.tandem.campaigns.service.CampaignService;
import io.tandem.campaigns.service.CampaignService.Deletion;
import io.tandem.campaigns.service.CampaignView;
import io.tandem.campaigns.service.Failure;
import io.tandem.gateway.http.Json;
import io.tandem.gateway.security.Caller;
import io.tandem.gateway.time.CampaignClock;
import io.tandem.gateway.voipbin.shape.CampaignShapes;
import io.tandem.gateway.voipbin.shape.CampaigncallShapes;
import io.tandem.translators.voipbin.Creation;
import io.tandem.translators.voipbin.VoipbinCampaignChanges;
import io.tandem.translators.voipbin.VoipbinCampaigncalls;
import io.tandem.translators.voipbin.VoipbinCampaigns;
import io.tandem.translators.voipbin.VoipbinPage;
import io.tandem.translators.voipbin.WireVersion;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** {@code /v1.0/campaigns}. (voipbin-v1.md, 1.4) */
@Controller("/v1.0/campaigns")
@Consumes(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class CampaignsController {

    private static final VoipbinPage.Place<CampaignView> PLACE = new VoipbinPage.Place<>(
            view -> view.campaign().created(), view -> view.campaign().id());

    private final CampaignService campaigns;
    private final AttemptService attempts;
    private final Ids ids;
    private final CampaignClock clock;

    CampaignsController(CampaignService campaigns, AttemptService attempts, Ids ids, CampaignClock clock) {
        this.campaigns = campaigns;
        this.attempts = attempts;
        this.ids = ids;
        this.clock = clock;
    }

    @Get
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = CampaignShapes.CampaignPage.class)))
    ObjectNode list(Caller caller, VoipbinPage page, WireVersion version) {
        List<CampaignView> found = campaigns.page(caller.tenantId(), VoipbinCampaigns.KINDS, page.query());
        return page.answer(found, PLACE, view -> VoipbinCampaigns.showInList(view, view.callsUp(), version), version);
    }

    @Post
    @RequestBody(content = @Content(schema = @Schema(implementation = CampaignShapes.NewCampaign.class)))
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = CampaignShapes.Campaign.class)))
    ObjectNode create(Caller caller, @Json ObjectNode body, WireVersion version) {
        CampaignEdit edit = VoipbinCampaigns.create(body, new Creation(caller.tenant(), version, ids, clock.instant()));
        return show(campaigns.create(edit), version);
    }

    @Get("/{id}")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = CampaignShapes.Campaign.class)))
    ObjectNode get(Caller caller, UUID id, WireVersion version) {
        return show(shown(campaigns.viewDeletedToo(caller.tenantId(), id)), version);
    }

    @Put("/{id}")
    @RequestBody(content = @Content(schema = @Schema(implementation = CampaignShapes.CampaignFields.class)))
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = CampaignShapes.Campaign.class)))
    ObjectNode put(Caller caller, UUID id, @Json ObjectNode body, WireVersion version) {
        return edit(
                caller, id, version, view -> VoipbinCampaignChanges.merge(body, view, view.callsUp(), clock.instant()));
    }

    @Delete("/{id}")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = CampaignShapes.Campaign.class)))
    ObjectNode delete(Caller caller, UUID id, WireVersion version) {
        shown(campaigns.view(caller.tenantId(), id));
        return show(campaigns.delete(caller.tenantId(), id, Deletion.STOPPED_ALONE), version);
    }

    @Put("/{id}/status")
    @RequestBody(content = @Content(schema = @Schema(implementation = CampaignShapes.CampaignStatus.class)))
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = CampaignShapes.Campaign.class)))
    ObjectNode status(Caller caller, UUID id, @Json ObjectNode body, WireVersion version) {
        Command command = VoipbinCampaignChanges.status(body);
        shown(campaigns.view(caller.tenantId(), id));
        return show(campaigns.command(caller.tenantId(), id, command), version);
    }

    @Put("/{id}/service_level")
    @RequestBody(content = @Content(schema = @Schema(implementation = CampaignShapes.ServiceLevel.class)))
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = CampaignShapes.Campaign.class)))
    ObjectNode serviceLevel(Caller caller, UUID id, @Json ObjectNode body, WireVersion version) {
        return edit(caller, id, version, view -> VoipbinCampaignChanges.serviceLevel(body, view, clock.instant()));
    }

    @Put("/{id}/actions")
    @RequestBody(content = @Content(schema = @Schema(implementation = CampaignShapes.Actions.class)))
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = CampaignShapes.Campaign.class)))
    ObjectNode actions(Caller caller, UUID id, @Json ObjectNode body, WireVersion version) {
        return edit(caller, id, version, view -> VoipbinCampaignChanges.actions(body, view, clock.instant()));
    }

    @Put("/{id}/resource_info")
    @RequestBody(content = @Content(schema = @Schema(implementation = CampaignShapes.Resources.class)))
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = CampaignShapes.Campaign.class)))
    ObjectNode resources(Caller caller, UUID id, @Json ObjectNode body, WireVersion version) {
        return edit(caller, id, version, view -> VoipbinCampaignChanges.resources(body, view, clock.instant()));
    }

    @Put("/{id}/next_campaign_id")
    @RequestBody(content = @Content(schema = @Schema(implementation = CampaignShapes.NextCampaign.class)))
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = CampaignShapes.Campaign.class)))
    ObjectNode next(Caller caller, UUID id, @Json ObjectNode body, WireVersion version) {
        return edit(caller, id, version, view -> VoipbinCampaignChanges.next(body, view, clock.instant()));
    }

    @Get("/{id}/campaigncalls")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = CampaigncallShapes.CampaigncallPage.class)))
    ObjectNode calls(Caller caller, UUID id, VoipbinPage page, WireVersion version) {
        shown(campaigns.viewDeletedToo(caller.tenantId(), id));
        return page.answer(
                attempts.page(caller.tenantId(), id, page.query()),
                CampaigncallsController.PLACE,
                view -> VoipbinCampaigncalls.show(view, version),
                version);
    }

    private ObjectNode edit(Caller caller, UUID id, WireVersion version, Function<CampaignView, CampaignEdit> change) {
        return show(campaigns.edit(caller.tenantId(), id, view -> change.apply(shown(view))), version);
    }

    /** A campaign that this dialect cannot show is not there. (mapping.md, row kind) */
    private static CampaignView shown(CampaignView view) {
        if (!VoipbinCampaigns.canShow(view.campaign())) {
            throw new Failure.NotFound(Failure.Thing.CAMPAIGN);
        }
        return view;
    }

    private static ObjectNode show(CampaignView view, WireVersion version) {
        return VoipbinCampaigns.show(view, view.callsUp(), version);
    }
}
