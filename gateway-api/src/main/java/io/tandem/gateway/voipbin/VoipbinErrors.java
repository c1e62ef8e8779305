package io.tandem.gateway.voipbin;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.http.HttpStatus;
import io.tandem.campaigns.service.Failure;
import io.tandem.campaigns.service.Failure.Thing;
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

/** The v1.0 error envelope. (voipbin-v1.md, 1.1) */
@Singleton
final class VoipbinErrors implements Errors {

    private static final long RETRY_SECONDS = 1;
    private static final String INVALID_ARGUMENT = "INVALID_ARGUMENT";
    private static final String INVALID_JSON_BODY = "INVALID_JSON_BODY";

    private record Envelope(Content error) {}

    private record Content(
            String status,
            String reason,
            String message,
            @JsonProperty("request_id") String requestId,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            List<Map<String, String>> details) {}

    @Override
    public Dialect dialect() {
        return Dialect.VOIPBIN;
    }

    @Override
    public ErrorAnswer of(Failure failure, String requestId) {
        if (failure instanceof Failure.NotFound missing) {
            return answer(
                    HttpStatus.NOT_FOUND,
                    "NOT_FOUND",
                    notFound(missing.thing()),
                    "The " + word(missing.thing()) + " was not found.",
                    requestId);
        }
        if (failure instanceof Failure.Invalid invalid) {
            return invalid(invalid.violations(), requestId);
        }
        if (failure instanceof Failure.UnknownReference unknown) {
            String sentence = "there is no " + word(unknown.thing()) + " " + unknown.id();
            return invalid(List.of(new Failure.Violation(field(unknown.thing()), sentence)), requestId);
        }
        if (failure instanceof Failure.NameTaken taken) {
            return conflict("ALREADY_EXISTS", "Another " + word(taken.thing()) + " has this name.", requestId);
        }
        if (failure instanceof Failure.Refused refused) {
            return conflict("FAILED_PRECONDITION", sentence(refused.reason().sentence()), requestId);
        }
        if (failure instanceof Failure.InUse used) {
            return conflict("FAILED_PRECONDITION", "The " + word(used.thing()) + " is in use.", requestId);
        }
        throw new IllegalStateException("a failure of no known kind", failure);
    }

    @Override
    public ErrorAnswer of(Fault fault, String requestId) {
        if (fault instanceof Fault.Unauthenticated who) {
            return who.presented()
                    ? answer(
                            HttpStatus.UNAUTHORIZED,
                            "UNAUTHENTICATED",
                            "INVALID_CREDENTIALS",
                            "The credentials are not valid.",
                            requestId)
                    : answer(
                            HttpStatus.UNAUTHORIZED,
                            "UNAUTHENTICATED",
                            "AUTHENTICATION_REQUIRED",
                            "This request needs a token or an access key.",
                            requestId);
        }
        if (fault instanceof Fault.Forbidden forbidden) {
            return forbidden.why() == Fault.Forbidden.Why.SUSPENDED
                    ? denied("ACCOUNT_FROZEN", "The account is suspended.", requestId)
                    : denied("PERMISSION_DENIED", "The permission for this request is missing.", requestId);
        }
        if (fault instanceof Fault.TooMany many) {
            String by = many.by() == Fault.TooMany.By.ADDRESS ? "ip" : "customer";
            return answer(
                            HttpStatus.TOO_MANY_REQUESTS,
                            "RESOURCE_EXHAUSTED",
                            "RATE_LIMIT_EXCEEDED",
                            "Too many requests.",
                            requestId,
                            List.of(Map.of("limited_by", by)))
                    .retryAfter(many.retryAfterSeconds());
        }
        if (fault instanceof Fault.BadBody body) {
            return bad(
                    INVALID_JSON_BODY,
                    body.kind() == Fault.BadBody.Kind.NOT_AN_OBJECT
                            ? "The body must be a JSON object, not " + body.detail() + "."
                            : sentence("The body cannot be read: " + body.detail()),
                    requestId);
        }
        if (fault instanceof Fault.BadId) {
            return bad("INVALID_ID", "The provided id is not a valid UUID.", requestId);
        }
        if (fault instanceof Fault.BadParameter parameter) {
            return bad(
                    "INVALID_REQUEST_PARAMETER",
                    text(new Failure.Violation(parameter.name(), parameter.text())),
                    requestId);
        }
        if (fault instanceof Fault.BadRequest request) {
            return answer(
                    HttpStatus.valueOf(request.status()),
                    INVALID_ARGUMENT,
                    "INVALID_REQUEST_PARAMETER",
                    sentence(request.detail()),
                    requestId);
        }
        if (fault instanceof Fault.NoRoute || fault instanceof Fault.WrongMethod) {
            return answer(HttpStatus.NOT_FOUND, "NOT_FOUND", "ROUTE_NOT_FOUND", "There is no such route.", requestId);
        }
        if (fault instanceof Fault.Unavailable) {
            return answer(
                            HttpStatus.SERVICE_UNAVAILABLE,
                            "UNAVAILABLE",
                            "SERVICE_UNAVAILABLE",
                            "The service is not available at the moment.",
                            requestId)
                    .retryAfter(RETRY_SECONDS);
        }
        return answer(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "INTERNAL",
                "INTERNAL",
                "Something went wrong on our side.",
                requestId);
    }

    private static ErrorAnswer invalid(List<Failure.Violation> violations, String requestId) {
        String message = violations.stream().map(VoipbinErrors::text).collect(Collectors.joining(" "));
        List<Map<String, String>> details = violations.stream()
                .filter(violation -> !violation.field().isEmpty())
                .map(violation -> Map.of("field", violation.field(), "message", violation.text()))
                .toList();
        return answer(
                HttpStatus.BAD_REQUEST,
                INVALID_ARGUMENT,
                INVALID_ARGUMENT,
                message,
                requestId,
                details.isEmpty() ? null : details);
    }

    /** The violation as a sentence that names its field once. */
    private static String text(Failure.Violation violation) {
        String text = violation.text();
        return sentence(
                violation.field().isEmpty() || text.startsWith(violation.field())
                        ? text
                        : violation.field() + ": " + text);
    }

    private static String sentence(String text) {
        return text.endsWith(".") ? text : text + ".";
    }

    private static ErrorAnswer bad(String reason, String message, String requestId) {
        return answer(HttpStatus.BAD_REQUEST, INVALID_ARGUMENT, reason, message, requestId);
    }

    private static ErrorAnswer denied(String reason, String message, String requestId) {
        return answer(HttpStatus.FORBIDDEN, "PERMISSION_DENIED", reason, message, requestId);
    }

    private static ErrorAnswer conflict(String status, String message, String requestId) {
        return answer(HttpStatus.CONFLICT, status, "STATE_INVALID", message, requestId);
    }

    private static ErrorAnswer answer(HttpStatus http, String status, String reason, String message, String requestId) {
        return answer(http, status, reason, message, requestId, null);
    }

    private static ErrorAnswer answer(
            HttpStatus http,
            String status,
            String reason,
            String message,
            String requestId,
            @Nullable List<Map<String, String>> details) {
        return ErrorAnswer.json(http, new Envelope(new Content(status, reason, message, requestId, details)));
    }

    private static String notFound(Thing thing) {
        return switch (thing) {
            case CAMPAIGN -> "CAMPAIGN_NOT_FOUND";
            case ATTEMPT -> "CAMPAIGNCALL_NOT_FOUND";
            case DIAL_PLAN -> "OUTPLAN_NOT_FOUND";
            case TARGET_LIST -> "OUTDIAL_NOT_FOUND";
            case TARGET -> "OUTDIAL_TARGET_NOT_FOUND";
            default -> "RESOURCE_NOT_FOUND";
        };
    }

    private static String word(Thing thing) {
        return switch (thing) {
            case ATTEMPT -> "campaigncall";
            case DIAL_PLAN -> "outplan";
            case TARGET_LIST -> "outdial";
            case TARGET -> "outdial target";
            case NEXT_CAMPAIGN -> "campaign";
            default -> thing.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        };
    }

    /** The wire field that refers to such a thing. */
    private static String field(Thing thing) {
        return switch (thing) {
            case DIAL_PLAN -> "outplan_id";
            case TARGET_LIST -> "outdial_id";
            case TARGET -> "outdial_target_id";
            case ATTEMPT -> "campaigncall_id";
            case TAG -> "tag_ids";
            default -> thing.name().toLowerCase(Locale.ROOT) + "_id";
        };
    }
}
