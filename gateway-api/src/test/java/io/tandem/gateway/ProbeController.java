package io.tandem.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.tandem.campaigns.service.Failure;
import io.tandem.gateway.http.Json;
import io.tandem.gateway.security.Caller;
import java.util.Map;
import java.util.UUID;

/** Routes as a front-end has them, under each dialect, to see what the shell does around them. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
class ProbeController {

    @Get(uris = {"/v3/probe", "/v1/probe", "/v1.0/probe", "/gateway/probe"})
    Map<String, String> caller(Caller caller) {
        return Map.of(
                "tenant", caller.tenantId().toString(), "kind", caller.kind().name());
    }

    @Get(uris = {"/v3/probe/{id}", "/v1.0/probe/{id}", "/gateway/probe/{id}"})
    Map<String, String> byId(Caller caller, UUID id) {
        throw new Failure.NotFound(Failure.Thing.CAMPAIGN);
    }

    @Get(uris = {"/v3/probe-number", "/v1.0/probe-number"})
    Map<String, Integer> number(@QueryValue int size) {
        return Map.of("size", size);
    }

    @Get(uris = {"/v3/probe-failure", "/v1.0/probe-failure", "/gateway/probe-failure"})
    String fail() {
        throw new IllegalStateException("the probe fails as told");
    }

    @Post(uris = {"/v3/probe", "/v1.0/probe", "/gateway/probe"})
    JsonNode echo(Caller caller, @Json ObjectNode body) {
        return body;
    }
}
