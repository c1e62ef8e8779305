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
import io.tandem.campaigns.model.Tag;
import io.tandem.campaigns.ports.Ids;
import io.tandem.campaigns.service.Failure;
import io.tandem.campaigns.service.ObjectService;
import io.tandem.gateway.http.Json;
import io.tandem.gateway.security.Caller;
import io.tandem.gateway.time.CampaignClock;
import io.tandem.gateway.voipbin.shape.TagShapes;
import io.tandem.translators.voipbin.Creation;
import io.tandem.translators.voipbin.VoipbinPage;
import io.tandem.translators.voipbin.VoipbinTags;
import io.tandem.translators.voipbin.WireVersion;
import java.util.UUID;

/** {@code /v1.0/tags}. (voipbin-v1.md, 1.9) */
@Controller("/v1.0/tags")
@Consumes(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class TagsController {

    private final ObjectService<Tag> tags;
    private final Ids ids;
    private final CampaignClock clock;

    TagsController(ObjectService<Tag> tags, Ids ids, CampaignClock clock) {
        this.tags = tags;
        this.ids = ids;
        this.clock = clock;
    }

    @Get
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TagShapes.TagPage.class)))
    ObjectNode list(Caller caller, VoipbinPage page, WireVersion version) {
        return page.answer(tags.page(caller.tenantId(), page.query()), tag -> VoipbinTags.show(tag, version), version);
    }

    @Post
    @RequestBody(content = @Content(schema = @Schema(implementation = TagShapes.Labels.class)))
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TagShapes.Tag.class)))
    ObjectNode create(Caller caller, @Json ObjectNode body, WireVersion version) {
        Creation creation = new Creation(caller.tenant(), version, ids, clock.instant());
        return show(tags.create(VoipbinTags.create(body, creation)), version);
    }

    @Get("/{id}")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TagShapes.Tag.class)))
    ObjectNode get(Caller caller, UUID id, WireVersion version) {
        return show(
                tags.find(caller.tenantId(), id).orElseThrow(() -> new Failure.NotFound(Failure.Thing.TAG)), version);
    }

    @Put("/{id}")
    @RequestBody(content = @Content(schema = @Schema(implementation = TagShapes.Labels.class)))
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TagShapes.Tag.class)))
    ObjectNode put(Caller caller, UUID id, @Json ObjectNode body, WireVersion version) {
        return show(tags.edit(caller.tenantId(), id, tag -> VoipbinTags.merge(body, tag, clock.instant())), version);
    }

    @Delete("/{id}")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TagShapes.Tag.class)))
    ObjectNode delete(Caller caller, UUID id, WireVersion version) {
        return show(tags.delete(caller.tenantId(), id), version);
    }

    private static ObjectNode show(Tag tag, WireVersion version) {
        return VoipbinTags.show(tag, version);
    }
}
