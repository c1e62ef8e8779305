package io.tandem.gateway.http;

import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.tandem.gateway.security.SecurityFilter;

/** Turns away requests whose target is too long, before anyone looks at who they are. (RFC 9110, 15.5.15) */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(SecurityFilter.ORDER - 100)
final class LongTargets {

    /** Bytes; what a target should be given at least. (RFC 9110, 4.1) */
    private static final int LONGEST = 8_000;

    @RequestFilter
    void check(HttpRequest<?> request) {
        if (request.getUri().toString().length() > LONGEST) {
            throw new Refusal(
                    new Fault.BadRequest(HttpStatus.REQUEST_URI_TOO_LONG.getCode(), "the request target is too long"));
        }
    }
}
