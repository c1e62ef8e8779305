package io.tandem.gateway.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.server.annotation.PreMatching;

/** Neither original API looks at {@code Accept}: whatever it says, the answer is JSON and never a 406. */
@ServerFilter({"/v1.0/**", "/v3/**", "/v1/**", "/auth/**"})
final class AnyAccept {

    @PreMatching
    @RequestFilter
    void ignore(MutableHttpRequest<?> request) {
        request.getHeaders().remove(HttpHeaders.ACCEPT);
    }
}
