package io.tandem.gateway.autocall;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Binds {@link OffsetPage} arguments from the query. */
@Singleton
final class OffsetPageArgument implements TypedRequestArgumentBinder<OffsetPage> {

    @Override
    public Argument<OffsetPage> argumentType() {
        return Argument.of(OffsetPage.class);
    }

    @Override
    public BindingResult<OffsetPage> bind(ArgumentConversionContext<OffsetPage> context, HttpRequest<?> request) {
        OffsetPage page = OffsetPage.of(
                request.getParameters().get("limit"), request.getParameters().get("offset"));
        return () -> Optional.of(page);
    }
}
