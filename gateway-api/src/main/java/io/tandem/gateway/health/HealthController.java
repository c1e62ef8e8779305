package io.tandem.gateway.health;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.tandem.campaigns.ports.SettingStore;
import io.tandem.campaigns.ports.StoreUnavailable;
import io.tandem.gateway.security.Open;
import java.util.Map;

/** Liveness says that the process answers; readiness, that its database does. */
@Open
@Controller("/health")
final class HealthController {

    private static final Map<String, String> UP = Map.of("status", "UP");

    private final SettingStore settings;

    HealthController(SettingStore settings) {
        this.settings = settings;
    }

    @Get("/liveness")
    Map<String, String> liveness() {
        return UP;
    }

    @Get("/readiness")
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<Map<String, String>> readiness() {
        try {
            settings.get("clock");
            return HttpResponse.ok(Map.of("status", "UP", "database", "UP"));
        } catch (StoreUnavailable e) {
            return HttpResponse.<Map<String, String>>serverError()
                    .status(503)
                    .body(Map.of("status", "DOWN", "database", "DOWN"));
        }
    }
}
