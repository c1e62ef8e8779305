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
import io.tandem.campaigns.model.Target;
import io.tandem.campaigns.model.TargetList;
import io.tandem.campaigns.ports.Ids;
import io.tandem.campaigns.service.CampaignLists;
import io.tandem.campaigns.service.CampaignService;
import io.tandem.campaigns.service.Failure;
import io.tandem.campaigns.service.Failure.Thing;
import io.tandem.campaigns.service.ObjectService;
import io.tandem.campaigns.service.TargetService;
import io.tandem.campaigns.service.TargetService.Repeats;
import io.tandem.gateway.http.Json;
import io.tandem.gateway.security.Caller;
import io.tandem.gateway.time.CampaignClock;
import io.tandem.gateway.voipbin.shape.OutdialShapes;
import io.tandem.gateway.voipbin.shape.TagShapes;
import io.tandem.gateway.voipbin.shape.TargetShapes;
import io.tandem.translators.phone.PhoneReader;
import io.tandem.translators.voipbin.Creation;
import io.tandem.translators.voipbin.VoipbinOutdials;
import io.tandem.translators.voipbin.VoipbinPage;
import io.tandem.translators.voipbin.VoipbinTargets;
import io.tandem.translators.voipbin.WireVersion;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code /v1.0/outdials} and their targets. (voipbin-v1.md, 1.7 and 1.8) */
@Controller("/v1.0/outdials")
@Consumes(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class OutdialsController {

    private final ObjectService<TargetList> lists;
    private final TargetService targets;
    private final CampaignLists campaignLists;
    private final CampaignService campaigns;
    private final VoipbinTargets documents;
    private final Ids ids;
    private final CampaignClock clock;

    OutdialsController(
            ObjectService<TargetList> lists,
            TargetService targets,
            CampaignLists campaignLists,
            CampaignService campaigns,
            VoipbinTargets documents,
            Ids ids,
            CampaignClock clock) {
        this.lists = lists;
        this.targets = targets;
        this.campaignLists = campaignLists;
        this.campaigns = campaigns;
        this.documents = documents;
        this.ids = ids;
        this.clock = clock;
    }

    @Get
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = OutdialShapes.OutdialPage.class)))
    ObjectNode list(Caller caller, VoipbinPage page, WireVersion version) {
        return page.answer(
                lists.page(caller.tenantId(), page.query()),
                list -> VoipbinOutdials.showInList(list, version),
                version);
    }

    @Post
    @RequestBody(content = @Content(schema = @Schema(implementation = OutdialShapes.NewOutdial.class)))
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = OutdialShapes.Outdial.class)))
    ObjectNode create(Caller caller, @Json ObjectNode body, WireVersion version) {
        TargetList list = VoipbinOutdials.create(body, creation(caller, version));
        return VoipbinOutdials.show(campaignLists.add(list), version);
    }

    @Get("/{id}")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = OutdialShapes.Outdial.class)))
    ObjectNode get(Caller caller, UUID id, WireVersion version) {
        return VoipbinOutdials.show(
                lists.find(caller.tenantId(), id).orElseThrow(() -> new Failure.NotFound(Thing.TARGET_LIST)), version);
    }

    @Put("/{id}")
    @RequestBody(content = @Content(schema = @Schema(implementation = TagShapes.Labels.class)))
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = OutdialShapes.Outdial.class)))
    ObjectNode put(Caller caller, UUID id, @Json ObjectNode body, WireVersion version) {
        return VoipbinOutdials.show(
                lists.edit(caller.tenantId(), id, list -> VoipbinOutdials.merge(body, list, clock.instant())), version);
    }

    @Put("/{id}/campaign_id")
    @RequestBody(content = @Content(schema = @Schema(implementation = OutdialShapes.OutdialCampaign.class)))
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = OutdialShapes.Outdial.class)))
    ObjectNode campaign(Caller caller, UUID id, @Json ObjectNode body, WireVersion version) {
        return VoipbinOutdials.show(
                campaignLists.move(
                        caller.tenantId(), id, list -> VoipbinOutdials.campaign(body, list, clock.instant())),
                version);
    }

    @Put("/{id}/data")
    @RequestBody(content = @Content(schema = @Schema(implementation = OutdialShapes.OutdialContent.class)))
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = OutdialShapes.Outdial.class)))
    ObjectNode data(Caller caller, UUID id, @Json ObjectNode body, WireVersion version) {
        return VoipbinOutdials.show(
                lists.edit(caller.tenantId(), id, list -> VoipbinOutdials.data(body, list, clock.instant())), version);
    }

    @Delete("/{id}")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = OutdialShapes.Outdial.class)))
    ObjectNode delete(Caller caller, UUID id, WireVersion version) {
        return VoipbinOutdials.show(campaignLists.delete(caller.tenantId(), id, clock.instant()), version);
    }

    // ---- targets

    @Get("/{id}/targets")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = TargetShapes.TargetPage.class)))
    ObjectNode targets(Caller caller, UUID id, VoipbinPage page, WireVersion version) {
        PhoneReader masking = masking(caller, lists.get(caller.tenantId(), id));
        return page.answer(
                targets.page(caller.tenantId(), id, null, null, page.query()),
                target -> VoipbinTargets.showInList(target, masking, version),
                version);
    }

    @Post("/{id}/targets")
    @RequestBody(content = @Content(schema = @Schema(implementation = TargetShapes.NewTarget.class)))
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TargetShapes.Target.class)))
    ObjectNode addTarget(Caller caller, UUID id, @Json ObjectNode body, WireVersion version) {
        PhoneReader masking = masking(caller, lists.get(caller.tenantId(), id));
        Target target = documents.create(body, id, creation(caller, version));
        targets.add(caller.tenantId(), id, List.of(target), Repeats.ADDED);
        return VoipbinTargets.show(target, masking, version);
    }

    @Get("/{id}/targets/{target}")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TargetShapes.Target.class)))
    ObjectNode target(Caller caller, UUID id, UUID target, WireVersion version) {
        PhoneReader masking = masking(caller, lists.get(caller.tenantId(), id));
        return VoipbinTargets.show(of(id, targets.get(caller.tenantId(), target)), masking, version);
    }

    @Delete("/{id}/targets/{target}")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TargetShapes.Target.class)))
    ObjectNode deleteTarget(Caller caller, UUID id, UUID target, WireVersion version) {
        PhoneReader masking = masking(caller, lists.get(caller.tenantId(), id));
        of(id, targets.get(caller.tenantId(), target));
        return VoipbinTargets.show(targets.delete(caller.tenantId(), target), masking, version);
    }

    /** One's own target under another of one's lists is a bad argument, not an unknown id. (voipbin-v1.md, section 3) */
    private static Target of(UUID list, Target target) {
        if (!target.list().equals(list)) {
            throw new Failure.Invalid("target_id", "The target belongs to another outdial.");
        }
        return target;
    }

    private @Nullable PhoneReader masking(Caller caller, TargetList list) {
        return campaigns.masks(caller.tenantId(), list) ? PhoneReader.of(caller.tenant()) : null;
    }

    private Creation creation(Caller caller, WireVersion version) {
        return new Creation(caller.tenant(), version, ids, clock.instant());
    }
}
