package io.tandem.gateway.http;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.AnnotatedRequestArgumentBinder;
import io.micronaut.http.bind.binders.PostponedRequestArgumentBinder;
import io.micronaut.web.router.RouteAttributes;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Binds {@link PathId} arguments. */
@Singleton
final class PathIdArgument 
        implements AnnotatedRequestArgumentBinder<PathId, UUID>, PostponedRequestArgumentBinder<UUID> {

    /** {@code UUID.fromString} takes shorter groups, too: one object would have many names. */
    private static final Pattern FULL =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private static final UUID NIL = new UUID(0, 0);

    @Override
    public Class<PathId> getAnnotationType() {
        return PathId.class;
    }

    @Override
    public BindingResult<UUID> bind(ArgumentConversionContext<UUID> context, HttpRequest<?> request) {
        String name = context.getArgument().getName();
        Object sent = RouteAttributes.getRouteMatch(request)
                .map(match -> match.getVariableValues().get(name))
                .orElseThrow(() -> new IllegalStateException("the route has no variable " + name));
        if (!FULL.matcher(sent.toString()).matches()) {
            throw new Refusal(new Fault.BadId());
        }
        UUID id = UUID.fromString(sent.toString());
        if (id.equals(NIL)) {
            throw new Refusal(new Fault.BadId());
        }
        return () -> Optional.of(id);
    }
}
