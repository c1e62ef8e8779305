package io.tandem.gateway.http;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.body.CloseableAvailableByteBody;
import io.micronaut.web.router.MethodBasedRouteInfo;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.RouteInfo;
import io.tandem.gateway.security.SecurityFilter;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

/**
 * Reads the whole body of a route with a {@link Json} argument, whatever its content type says: clients of v1.0 send
 * JSON as a form. Runs after security, so that nobody unknown fills the memory.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(BodyFilter.ORDER)
final class BodyFilter {

    static final int ORDER = SecurityFilter.ORDER + 100;
    private static final Pattern JSON =
            Pattern.compile("\\s*application/(?:[!-~&&[^/;]]+\\+)?json\\s*(?:;.*)?", Pattern.CASE_INSENSITIVE);
    private static final String ATTRIBUTE = "tandem.body";

    /** Answers with the request itself: an empty answer that comes late would be taken for a lost request, a 503. */
    @RequestFilter
    CompletableFuture<HttpRequest<?>> read(HttpRequest<?> request) {
        if (!(request instanceof ServerHttpRequest<?> server)
                || RouteAttributes.getRouteInfo(request)
                        .filter(BodyFilter::takesJson)
                        .isEmpty()) {
            return CompletableFuture.completedFuture(request);
        }
        checkType(request);
        CompletableFuture<HttpRequest<?>> read = server.byteBody().buffer().thenApply(body -> keep(request, body));
        boolean isLenient = RouteAttributes.getRouteInfo(request)
                .filter(BodyFilter::isLenient)
                .isPresent();
        return isLenient ? read.exceptionally(tooLarge -> request.setAttribute(ATTRIBUTE, new byte[0])) : read;
    }

    /** What the server cannot read of a content type it takes for none at all. */
    private static void checkType(HttpRequest<?> request) {
        String type = request.getHeaders().get(HttpHeaders.CONTENT_TYPE);
        boolean isLenient = Dialect.of(request.getPath()) == Dialect.VOIPBIN;
        if (!isLenient && type != null && !type.isBlank() && !JSON.matcher(type).matches()) {
            throw new Refusal(new Fault.BadBody(Fault.BadBody.Kind.MEDIA_TYPE, "the content type is not supported"));
        }
    }

    private static HttpRequest<?> keep(HttpRequest<?> request, CloseableAvailableByteBody body) {
        try (body) {
            return request.setAttribute(ATTRIBUTE, body.toByteArray());
        }
    }

    private static boolean takesJson(RouteInfo<?> route) {
        if (route instanceof MethodBasedRouteInfo<?, ?> method) {
            for (Argument<?> argument : method.getTargetMethod().getArguments()) {
                if (argument.isAnnotationPresent(Json.class)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isLenient(RouteInfo<?> route) {
        if (route instanceof MethodBasedRouteInfo<?, ?> method) {
            for (Argument<?> argument : method.getTargetMethod().getArguments()) {
                if (argument.getAnnotationMetadata()
                        .booleanValue(Json.class, "lenient")
                        .orElse(false)) {
                    return true;
                }
            }
        }
        return false;
    }

    static Optional<byte[]> bodyOf(HttpRequest<?> request) {
        return request.getAttribute(ATTRIBUTE, byte[].class);
    }
}
