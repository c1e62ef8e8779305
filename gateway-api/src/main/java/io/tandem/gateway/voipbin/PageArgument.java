package io.tandem.gateway.voipbin;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpParameters;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.PostponedRequestArgumentBinder;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import io.tandem.translators.voipbin.VoipbinPage;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Binds {@code page_size} and {@code page_token}. */
@Singleton
final class PageArgument
        implements TypedRequestArgumentBinder<VoipbinPage>, PostponedRequestArgumentBinder<VoipbinPage> {

    @Override
    public Argument<VoipbinPage> argumentType() {
        return Argument.of(VoipbinPage.class);
    }

    @Override
    public BindingResult<VoipbinPage> bind(ArgumentConversionContext<VoipbinPage> context, HttpRequest<?> request) {
        HttpParameters query = request.getParameters();
        VoipbinPage page = VoipbinPage.read(query.get("page_size"), query.get("page_token"));
        return () -> Optional.of(page);
    }
}
