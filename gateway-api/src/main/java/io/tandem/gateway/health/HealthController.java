package io.tandem.gateway.health;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.tandem.campaigns.ports.SettingStore;
import io.tandem.campaigns.ports.StoreUnavailable;
import io.tandem.gateway.security.Open;
import java.util.Map;

/** Liveness says that the process answers; readiness, that its database does. */
@Open
@Controller("/health")
final class HealthController {

    private static final Map<String, String> UP = Map.of("status", "UP");

    /** Each {@code UP} or {@code DOWN}. */
    record Readiness(String status, String database) {}

    private final SettingStore settings;

    HealthController(SettingStore settings) {
        this.settings = settings;
    }

    @Get("/liveness")
    Map<String, String> liveness() {
        return UP;
    }

    @Get("/readiness")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Readiness.class)))
    @ApiResponse(responseCode = "503", content = @Content(schema = @Schema(implementation = Readiness.class)))
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<Readiness> readiness() {
        try {
            settings.get("clock");
            return HttpResponse.ok(new Readiness("UP", "UP"));
        } catch (StoreUnavailable e) {
            return HttpResponse.<Readiness>serverError().status(503).body(new Readiness("DOWN", "DOWN"));
        }
    }
}
