package io.tandem.gateway.voipbin;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.tandem.gateway.security.Open;
import java.util.Map;

/** {@code GET /ping}, outside v1.0 and, since clients look there too, inside. (voipbin-v1.md, 1.9) */
@Open
@Controller
final class PingController {

    @Get(uris = {"/ping", "/v1.0/ping"})
    Map<String, String> ping() {
        return Map.of("message", "pong");
    }
}
