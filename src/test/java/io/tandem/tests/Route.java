package io.tandem.tests;

import io.micronaut.core.type.Argument;
import io.micronaut.http.MediaType;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import io.tandem.gateway.http.Dialect;
import io.tandem.gateway.http.Json;
import io.tandem.gateway.security.Open;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A route of a running gateway, as its router knows it: whoever adds one has it probed.
 *
 * @param template the path with its placeholders, like {@code /v3/campaign/{id}}
 * @param isOpen whether it takes no credentials
 * @param takesJson whether it reads its body as JSON
 * @param takesForm whether it takes a multipart form only
 */
public record Route(String method, String template, boolean isOpen, boolean takesJson, boolean takesForm) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^}]*}");
    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");

    /** All routes, in the order of their paths; the HEAD twin of a GET is left out. */
    public static List<Route> allOf(GatewayUnderTest gateway) {
        return gateway.gateway()
                .context()
                .getBean(Router.class)
                .uriRoutes()
                .map(Route::of)
                .filter(route -> METHODS.contains(route.method))
                .distinct()
                .sorted(Comparator.comparing(Route::template).thenComparing(Route::method))
                .toList();
    }

    private static Route of(UriRouteInfo<?, ?> route) {
        return new Route(
                route.getHttpMethodName(),
                route.getUriMatchTemplate().toPathString(),
                route.getTargetMethod().getAnnotationMetadata().hasAnnotation(Open.class),
                Arrays.stream(route.getTargetMethod().getArguments()).anyMatch(Route::isJson),
                route.getConsumes().contains(MediaType.MULTIPART_FORM_DATA_TYPE));
    }

    private static boolean isJson(Argument<?> argument) {
        return argument.isAnnotationPresent(Json.class);
    }

    /** How many ids the path takes. */
    public int ids() {
        return (int) PLACEHOLDER.matcher(template).results().count();
    }

    /** The path with these ids. */
    public String path(List<String> ids) {
        List<MatchResult> places = PLACEHOLDER.matcher(template).results().toList();
        StringBuilder path = new StringBuilder(template);
        for (int i = places.size() - 1; i >= 0; i--) {
            path.replace(places.get(i).start(), places.get(i).end(), ids.get(i));
        }
        return path.toString();
    }

    public Dialect dialect() {
        return Dialect.of(template);
    }

    public boolean isOperators() {
        return template.equals("/admin") || template.startsWith("/admin/");
    }

    /** Whether a tenant's credentials open it. */
    public boolean isTenants() {
        return !isOpen && !isOperators();
    }

    public boolean writes() {
        return !method.equals("GET") && !method.equals("DELETE");
    }

    /** The way in that this route takes. */
    public Api as(TenantUnderTest tenant) {
        if (isOpen) {
            return tenant.gateway().api();
        }
        if (isOperators()) {
            return tenant.gateway().operator();
        }
        return dialect() == Dialect.VOIPBIN ? tenant.voipbin() : tenant.autocall();
    }

    @Override
    public String toString() {
        return method + " " + template;
    }
}
