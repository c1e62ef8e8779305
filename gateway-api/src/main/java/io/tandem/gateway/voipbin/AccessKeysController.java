package io.tandem.gateway.voipbin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
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
import io.tandem.campaigns.ports.Credential;
import io.tandem.gateway.http.Json;
import io.tandem.gateway.security.Caller;
import io.tandem.gateway.security.Needs;
import io.tandem.gateway.security.Permission;
import io.tandem.gateway.voipbin.shape.AccountShapes;
import io.tandem.translators.voipbin.VoipbinAccesskeys;
import io.tandem.translators.voipbin.VoipbinPage;
import io.tandem.translators.voipbin.WireVersion;
import java.util.UUID;

/** {@code /v1.0/accesskeys}, for admins. (voipbin-v1.md, 1.3) */
@Controller("/v1.0/accesskeys")
@Consumes(MediaType.ALL)
@Needs(Permission.ADMIN)
@ExecuteOn(TaskExecutors.BLOCKING)
final class AccessKeysController {

    private static final VoipbinPage.Place<Credential> PLACE =
            new VoipbinPage.Place<>(Credential::created, Credential::id);

    private final AccessKeys keys;

    AccessKeysController(AccessKeys keys) {
        this.keys = keys;
    }

    @Get
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = AccountShapes.AccessKeyPage.class)))
    ObjectNode list(Caller caller, VoipbinPage page, WireVersion version) {
        return page.answer(keys.page(caller, page.query()), PLACE, key -> show(key, version), version);
    }

    @Post
    @RequestBody(content = @Content(schema = @Schema(implementation = AccountShapes.NewAccessKey.class)))
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = AccountShapes.AccessKey.class)))
    HttpResponse<ObjectNode> create(Caller caller, @Json ObjectNode body, WireVersion version) {
        AccessKeys.Made made = keys.create(caller, VoipbinAccesskeys.create(body));
        return HttpResponse.ok(VoipbinAccesskeys.show(made.key(), made.secret(), version))
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    @Get("/{id}")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = AccountShapes.AccessKey.class)))
    ObjectNode get(Caller caller, UUID id, WireVersion version) {
        return show(keys.get(caller, id), version);
    }

    @Put("/{id}")
    @RequestBody(content = @Content(schema = @Schema(implementation = AccountShapes.AccessKeyLabels.class)))
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = AccountShapes.AccessKey.class)))
    ObjectNode rename(Caller caller, UUID id, @Json ObjectNode body, WireVersion version) {
        return show(keys.rename(caller, id, key -> VoipbinAccesskeys.merge(body, key)), version);
    }

    @Delete("/{id}")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = AccountShapes.AccessKey.class)))
    ObjectNode delete(Caller caller, UUID id, WireVersion version) {
        return show(keys.delete(caller, id), version);
    }

    private static ObjectNode show(Credential key, WireVersion version) {
        return VoipbinAccesskeys.show(key, null, version);
    }
}
