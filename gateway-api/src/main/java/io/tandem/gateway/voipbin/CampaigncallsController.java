package io.tandem.gateway.voipbin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.tandem.campaigns.service.AttemptService;
import io.tandem.campaigns.service.AttemptService.View;
import io.tandem.gateway.security.Caller;
import io.tandem.gateway.voipbin.shape.CampaigncallShapes;
import io.tandem.translators.voipbin.VoipbinCampaigncalls;
import io.tandem.translators.voipbin.VoipbinPage;
import io.tandem.translators.voipbin.WireVersion;
import java.util.UUID;

/** {@code /v1.0/campaigncalls}. (voipbin-v1.md, 1.5) */
@Controller("/v1.0/campaigncalls")
@Consumes(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class CampaigncallsController {

    static final VoipbinPage.Place<View> PLACE = new VoipbinPage.Place<>(
            view -> VoipbinCampaigncalls.created(view.attempt()),
            view -> view.attempt().id());

    private final AttemptService attempts;

    CampaigncallsController(AttemptService attempts) {
        this.attempts = attempts;
    }

    @Get
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = CampaigncallShapes.CampaigncallPage.class)))
    ObjectNode list(Caller caller, VoipbinPage page, WireVersion version) {
        return page.answer(
                attempts.page(caller.tenantId(), null, page.query()), PLACE, view -> show(view, version), version);
    }

    @Get("/{id}")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = CampaigncallShapes.Campaigncall.class)))
    ObjectNode get(Caller caller, UUID id, WireVersion version) {
        return show(attempts.get(caller.tenantId(), id), version);
    }

    @Delete("/{id}")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = CampaigncallShapes.Campaigncall.class)))
    ObjectNode delete(Caller caller, UUID id, WireVersion version) {
        return show(attempts.remove(caller.tenantId(), id), version);
    }

    private static ObjectNode show(View view, WireVersion version) {
        return VoipbinCampaigncalls.show(view, version);
    }
}
