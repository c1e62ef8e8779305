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
import io.tandem.campaigns.ports.Credential;
import io.tandem.gateway.http.Json;
import io.tandem.gateway.security.Caller;
import io.tandem.gateway.security.Needs;
import io.tandem.gateway.security.Permission;
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
    ObjectNode list(Caller caller, VoipbinPage page, WireVersion version) {
        return page.answer(keys.page(caller, page.query()), PLACE, key -> show(key, version), version);
    }

    @Post
    HttpResponse<ObjectNode> create(Caller caller, @Json ObjectNode body, WireVersion version) {
        AccessKeys.Made made = keys.create(caller, VoipbinAccesskeys.create(body));
        return HttpResponse.ok(VoipbinAccesskeys.show(made.key(), made.secret(), version))
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    @Get("/{id}")
    ObjectNode get(Caller caller, UUID id, WireVersion version) {
        return show(keys.get(caller, id), version);
    }

    @Put("/{id}")
    ObjectNode rename(Caller caller, UUID id, @Json ObjectNode body, WireVersion version) {
        return show(keys.rename(caller, id, key -> VoipbinAccesskeys.merge(body, key)), version);
    }

    @Delete("/{id}")
    ObjectNode delete(Caller caller, UUID id, WireVersion version) {
        return show(keys.delete(caller, id), version);
    }

    private static ObjectNode show(Credential key, WireVersion version) {
        return VoipbinAccesskeys.show(key, null, version);
    }
}
