package io.tandem.gateway.voipbin;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.PostponedRequestArgumentBinder;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import io.tandem.gateway.security.Caller;
import io.tandem.translators.voipbin.WireVersion;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Binds the wire version of a request: what its header says, else what its tenant is pinned to. */
@Singleton
final class WireVersionArgument
        implements TypedRequestArgumentBinder<WireVersion>, PostponedRequestArgumentBinder<WireVersion> {

    @Override
    public Argument<WireVersion> argumentType() {
        return Argument.of(WireVersion.class);
    }

    @Override
    public BindingResult<WireVersion> bind(ArgumentConversionContext<WireVersion> context, HttpRequest<?> request) {
        String header = request.getHeaders().get(WireVersion.HEADER);
        WireVersion version = header != null
                ? WireVersion.of(WireVersion.HEADER, header)
                : Caller.of(request)
                        .map(caller -> WireVersion.of(
                                "voipbin_version", caller.tenant().voipbinVersion()))
                        .orElse(WireVersion.DEFAULT);
        return () -> Optional.of(version);
    }
}
