package io.tandem.gateway.http;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Binds {@link Preconditions} arguments from the headers. */
@Singleton
final class PreconditionsArgument implements TypedRequestArgumentBinder<Preconditions> {

    @Override
    public Argument<Preconditions> argumentType() {
        return Argument.of(Preconditions.class);
    }

    @Override
    public BindingResult<Preconditions> bind(ArgumentConversionContext<Preconditions> context, HttpRequest<?> request) {
        Preconditions preconditions = Preconditions.of(request);
        return () -> Optional.of(preconditions);
    }
}
