package io.tandem.gateway.security;

import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.RouteInfo;
import io.micronaut.web.router.UriRouteInfo;
import io.tandem.gateway.Settings;
import io.tandem.gateway.http.Dialect;
import io.tandem.gateway.http.Fault;
import io.tandem.gateway.http.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Lets a request through to its route, or not. It goes by the route that was found, never by the path as written, so
 * that no spelling of a path slips past it; a route is closed unless it is marked {@link Open}. A path without a route
 * is nobody's secret and is answered as such.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(SecurityFilter.ORDER)
public final class SecurityFilter {

    public static final int ORDER = 0;

    private static final String OPERATORS = "/admin";

    private final Authentication authentication;
    private final RateLimits limits;
    private final @Nullable String operatorToken;

    SecurityFilter(Authentication authentication, RateLimits limits, Settings settings) {
        this.authentication = authentication;
        this.limits = limits;
        this.operatorToken = settings.operatorToken();
    }

    @RequestFilter
    @ExecuteOn(TaskExecutors.BLOCKING)
    void admit(HttpRequest<?> request) {
        RouteInfo<?> route = RouteAttributes.getRouteInfo(request).orElse(null);
        if (!(route instanceof UriRouteInfo<?, ?> found)) {
            return;
        }
        AnnotationMetadata marks = found.getTargetMethod().getAnnotationMetadata();
        if (marks.hasAnnotation(Open.class)) {
            if (marks.booleanValue(Open.class, "login").orElse(false)) {
                limits.login(request.getRemoteAddress().getAddress());
            }
            return;
        }
        String template = found.getUriMatchTemplate().toPathString();
        if (template.equals(OPERATORS) || template.startsWith(OPERATORS + "/")) {
            admitOperator(request);
            return;
        }
        Caller caller = switch (Dialect.of(template)) {
            case VOIPBIN -> authentication.voipbin(request);
            case AUTOCALL -> authentication.autocall(request);
            case GATEWAY -> authentication.either(request);
        };
        limits.request(caller.tenant());
        int needed = marks.intValue(Needs.class).orElse(Permission.ADMIN | Permission.MANAGER);
        if (needed != Permission.NONE && !caller.hasOneOf(needed)) {
            throw new Refusal(new Fault.Forbidden(Fault.Forbidden.Why.PERMISSION));
        }
        request.setAttribute(Caller.ATTRIBUTE, caller);
    }

    private void admitOperator(HttpRequest<?> request) {
        String token = PresentedCredentials.bearer(request);
        if (operatorToken == null || token == null || !RandomSecrets.same(operatorToken, token)) {
            throw new Refusal(new Fault.Unauthenticated(token != null));
        }
    }
}
