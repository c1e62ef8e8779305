package io.tandem.gateway.http;

import io.micronaut.context.annotation.Primary;
import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.multipart.FileUpload;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.tandem.campaigns.ports.StoreUnavailable;
import io.tandem.campaigns.service.Failure;
import io.tandem.translators.autocall.LeadUpload;
import io.tandem.translators.voipbin.WireFault;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Every error of every request ends here and leaves in the shape of its path's dialect: what services and the shell
 * throw, what the HTTP server finds by itself, and what nobody expected.
 */
@Singleton
@Primary
final class ErrorRendering implements ErrorResponseProcessor<Object>, ExceptionHandler<Throwable, HttpResponse<?>> {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorRendering.class);

    private final Map<Dialect, Errors> dialects = new EnumMap<>(Dialect.class);

    ErrorRendering(List<Errors> dialects) {
        dialects.forEach(errors -> this.dialects.put(errors.dialect(), errors));
    }

    /** What services, binders, filters and controllers throw. */
    @Override
    @SuppressWarnings("rawtypes") // the interface's own signature
    public HttpResponse<?> handle(HttpRequest request, Throwable thrown) {
        return answer((HttpRequest<?>) request, thrown).on(HttpResponse.ok());
    }

    /** What the HTTP server answers by itself: no route, wrong method, bad escapes, sizes. */
    @Override
    public MutableHttpResponse<Object> processResponse(ErrorContext context, MutableHttpResponse<?> response) {
        HttpRequest<?> request = context.getRequest();
        // What is refused before any filter saw it has its id all the same.
        response.header(RequestId.HEADER, RequestId.of(request));
        Throwable cause = context.getRootCause().orElse(null);
        if (cause instanceof Refusal || cause instanceof Failure || cause instanceof StoreUnavailable) {
            return answer(request, cause).on(response);
        }
        if (cause instanceof ConversionErrorException unread && isFile(unread)) {
            return answer(request, LeadUpload.noFile()).on(response);
        }
        if (cause instanceof ConversionErrorException unread) {
            return errors(request).of(fault(unread), RequestId.of(request)).on(response);
        }
        int status = response.code();
        Optional<Fault.BadBody> body = cause == null ? Optional.empty() : BodyFaults.of(cause);
        if (status >= 500 && body.isPresent()) {
            return errors(request).of(body.get(), RequestId.of(request)).on(response);
        }
        if (status >= 500) {
            unexpected(request, cause == null ? new IllegalStateException("status " + status) : cause);
        }
        Fault fault = switch (status) {
            case 404 -> new Fault.NoRoute();
            case 405 -> new Fault.WrongMethod(request.getMethodName());
            case 413 -> BodyFaults.tooLarge();
            case 415 -> new Fault.BadBody(Fault.BadBody.Kind.MEDIA_TYPE, "the content type is not supported");
            default ->
                status >= 500
                        ? new Fault.Unexpected()
                        : new Fault.BadRequest(
                                status, HttpStatus.valueOf(status).getReason());
        };
        return errors(request).of(fault, RequestId.of(request)).on(response);
    }

    private ErrorAnswer answer(HttpRequest<?> request, Throwable thrown) {
        String id = RequestId.of(request);
        if (thrown instanceof Failure failure) {
            return errors(request).of(failure, id);
        }
        Fault fault;
        if (thrown instanceof Refusal refusal) {
            fault = refusal.fault();
        } else if (thrown instanceof WireFault unreadable) {
            fault = fault(unreadable);
        } else if (thrown instanceof StoreUnavailable) {
            LOG.warn(
                    "{} {} {}: the database is unavailable: {}",
                    id,
                    request.getMethodName(),
                    request.getPath(),
                    thrown.getMessage());
            fault = new Fault.Unavailable();
        } else {
            fault = BodyFaults.of(thrown).map(Fault.class::cast).orElseGet(() -> {
                unexpected(request, thrown);
                return new Fault.Unexpected();
            });
        }
        return errors(request).of(fault, id);
    }

    private static Fault fault(WireFault unreadable) {
        return switch (unreadable.reason()) {
            case INVALID_JSON_BODY -> new Fault.BadBody(Fault.BadBody.Kind.MALFORMED, unreadable.sentence());
            case INVALID_REQUEST_PARAMETER -> new Fault.BadParameter(unreadable.field(), unreadable.sentence());
            case INVALID_ID -> new Fault.BadId();
        };
    }

    /** A part of a form that should be a file and is a text; only lead files are uploaded. */
    private static boolean isFile(ConversionErrorException unread) {
        return FileUpload.class.isAssignableFrom(unread.getArgument().getType());
    }

    /** Ids are the only texts in paths that are converted; all else comes from the query or a header. */
    private static Fault fault(ConversionErrorException unread) {
        return unread.getArgument().getType() == UUID.class
                ? new Fault.BadId()
                : new Fault.BadParameter(unread.getArgument().getName(), "cannot be read");
    }

    /** The path without its query, which may hold a token. */
    private static void unexpected(HttpRequest<?> request, Throwable thrown) {
        LOG.error("{} {} {} failed", RequestId.of(request), request.getMethodName(), request.getPath(), thrown);
    }

    private Errors errors(HttpRequest<?> request) {
        Errors errors = dialects.get(Dialect.of(request.getPath()));
        if (errors == null) {
            throw new IllegalStateException("no renderer for " + request.getPath());
        }
        return errors;
    }
}
