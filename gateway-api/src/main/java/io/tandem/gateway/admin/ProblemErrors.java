package io.tandem.gateway.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.tandem.campaigns.service.Failure;
import io.tandem.gateway.http.Dialect;
import io.tandem.gateway.http.ErrorAnswer;
import io.tandem.gateway.http.Errors;
import io.tandem.gateway.http.Fault;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Problem details (RFC 9457) for everything that belongs to neither dialect. */
@Singleton
final class ProblemErrors implements Errors {

    private static final long RETRY_SECONDS = 1;

    /** @param errors one for each field that is wrong */
    private record Problem(
            String type,
            String title,
            int status,
            String detail,
            @JsonProperty("request_id") String requestId,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            List<Violation> errors) {}

    private record Violation(String field, String detail) {}

    @Override
    public Dialect dialect() {
        return Dialect.GATEWAY;
    }

    @Override
    public ErrorAnswer of(Failure failure, String requestId) {
        if (failure instanceof Failure.Invalid invalid) {
            String detail = invalid.violations().stream()
                    .map(violation -> violation.field().isEmpty()
                            ? violation.text()
                            : violation.field() + ": " + violation.text())
                    .collect(Collectors.joining("; "));
            List<Violation> errors = invalid.violations().stream()
                    .map(violation -> new Violation(violation.field(), violation.text()))
                    .toList();
            return problem(HttpStatus.BAD_REQUEST, detail, requestId, errors);
        }
        if (failure instanceof Failure.NotFound missing) {
            String thing = missing.thing().name().toLowerCase(Locale.ROOT).replace('_', ' ');
            return problem(HttpStatus.NOT_FOUND, "there is no such " + thing, requestId);
        }
        boolean isReference = failure instanceof Failure.UnknownReference;
        return problem(
                isReference ? HttpStatus.BAD_REQUEST : HttpStatus.CONFLICT,
                String.valueOf(failure.getMessage()),
                requestId);
    }

    @Override
    public ErrorAnswer of(Fault fault, String requestId) {
        if (fault instanceof Fault.Unauthenticated who) {
            return problem(
                            HttpStatus.UNAUTHORIZED,
                            who.presented() ? "the credential is not valid" : "a credential is needed",
                            requestId)
                    .with(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        if (fault instanceof Fault.Forbidden forbidden) {
            boolean isSuspended = forbidden.why() == Fault.Forbidden.Why.SUSPENDED;
            return problem(
                    HttpStatus.FORBIDDEN,
                    isSuspended ? "the tenant is suspended" : "the permission is missing",
                    requestId);
        }
        if (fault instanceof Fault.TooMany many) {
            return problem(HttpStatus.TOO_MANY_REQUESTS, "too many requests", requestId)
                    .retryAfter(many.retryAfterSeconds());
        }
        if (fault instanceof Fault.BadBody body) {
            return switch (body.kind()) {
                case MALFORMED ->
                    problem(HttpStatus.BAD_REQUEST, "the body cannot be read: " + body.detail(), requestId);
                case NOT_AN_OBJECT ->
                    problem(HttpStatus.BAD_REQUEST, "the body must be a JSON object, not " + body.detail(), requestId);
                case TOO_LARGE -> problem(HttpStatus.REQUEST_ENTITY_TOO_LARGE, body.detail(), requestId);
                case MEDIA_TYPE -> problem(HttpStatus.UNSUPPORTED_MEDIA_TYPE, body.detail(), requestId);
            };
        }
        if (fault instanceof Fault.BadId) {
            return problem(HttpStatus.NOT_FOUND, "the id in the path is no UUID", requestId);
        }
        if (fault instanceof Fault.BadParameter parameter) {
            String detail = parameter.name() + ": " + parameter.text();
            return problem(
                    HttpStatus.BAD_REQUEST,
                    detail,
                    requestId,
                    List.of(new Violation(parameter.name(), parameter.text())));
        }
        if (fault instanceof Fault.BadRequest request) {
            return problem(HttpStatus.valueOf(request.status()), request.detail(), requestId);
        }
        if (fault instanceof Fault.NoRoute) {
            return problem(HttpStatus.NOT_FOUND, "there is no such path", requestId);
        }
        if (fault instanceof Fault.WrongMethod wrong) {
            return problem(HttpStatus.METHOD_NOT_ALLOWED, wrong.method() + " is not allowed here", requestId);
        }
        if (fault instanceof Fault.Unavailable) {
            return problem(HttpStatus.SERVICE_UNAVAILABLE, "the database is not available", requestId)
                    .retryAfter(RETRY_SECONDS);
        }
        return problem(HttpStatus.INTERNAL_SERVER_ERROR, "something went wrong on our side", requestId);
    }

    private static ErrorAnswer problem(HttpStatus status, String detail, String requestId) {
        return problem(status, detail, requestId, null);
    }

    private static ErrorAnswer problem(
            HttpStatus status, String detail, String requestId, @Nullable List<Violation> errors) {
        Problem problem = new Problem("about:blank", status.getReason(), status.getCode(), detail, requestId, errors);
        return new ErrorAnswer(status, MediaType.of("application/problem+json"), problem, Map.of());
    }
}
