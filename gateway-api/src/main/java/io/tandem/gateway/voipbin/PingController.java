package io.tandem.gateway.voipbin;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.tandem.gateway.security.Open;
import io.tandem.gateway.voipbin.shape.PingShapes;
import java.util.Map;

/** {@code GET /ping}, outside v1.0 and, since clients look there too, inside. (voipbin-v1.md, 1.9) */
@Open
@Controller
final class PingController {

    @Get(uris = {"/ping", "/v1.0/ping"})
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PingShapes.Pong.class)))
    Map<String, String> ping() {
        return Map.of("message", "pong");
    }
}
