package io.tandem.gateway.autocall;

import io.micronaut.http.HttpStatus;
import io.tandem.campaigns.service.Failure;
import io.tandem.campaigns.service.Failure.Thing;
import io.tandem.campaigns.service.Failure.Violation;
import io.tandem.gateway.http.Dialect;
import io.tandem.gateway.http.ErrorAnswer;
import io.tandem.gateway.http.Errors;
import io.tandem.gateway.http.Fault;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The two error shapes of v3: {@code {"error":"text"}} and {@code {"error":[{"field":"text"}, …]}}. (autocall-v3.md,
 * 1.2; decisions D2–D6, D34, D40)
 */
@Singleton
final class AutocallErrors implements Errors {

    private static final long RETRY_SECONDS = 1;
    private static final String ROOT = "(root)";

    private record Body(Object error) {}

    @Override
    public Dialect dialect() {
        return Dialect.AUTOCALL;
    }

    @Override
    public ErrorAnswer of(Failure failure, String requestId) {
        if (failure instanceof Failure.NotFound) {
            return text(HttpStatus.NOT_FOUND, "Not Found");
        }
        if (failure instanceof Failure.Invalid invalid) {
            return invalid(invalid.violations());
        }
        if (failure instanceof Failure.UnknownReference unknown) {
            String field = field(unknown.thing());
            return invalid(List.of(new Violation(field, field + " is not found")));
        }
        if (failure instanceof Failure.NameTaken taken) {
            return text(HttpStatus.BAD_REQUEST, taken(taken.thing()));
        }
        if (failure instanceof Failure.Refused refused) {
            return text(HttpStatus.BAD_REQUEST, refused(refused.reason()));
        }
        if (failure instanceof Failure.InUse used) {
            return text(HttpStatus.BAD_REQUEST, word(used.thing()) + " is in use");
        }
        throw new IllegalStateException("a failure of no known kind", failure);
    }

    @Override
    public ErrorAnswer of(Fault fault, String requestId) {
        if (fault instanceof Fault.Unauthenticated) {
            return text(HttpStatus.UNAUTHORIZED, "Unauthorized");
        }
        if (fault instanceof Fault.Forbidden) {
            return text(HttpStatus.FORBIDDEN, "Forbidden");
        }
        if (fault instanceof Fault.TooMany many) {
            return text(HttpStatus.TOO_MANY_REQUESTS, "Too Many Requests").retryAfter(many.retryAfterSeconds());
        }
        if (fault instanceof Fault.BadBody body) {
            return switch (body.kind()) {
                case MALFORMED -> text(HttpStatus.BAD_REQUEST, "Bad Request");
                case NOT_AN_OBJECT ->
                    invalid(List.of(new Violation(ROOT, "Invalid type. Expected: object, given: " + body.detail())));
                case TOO_LARGE -> text(HttpStatus.REQUEST_ENTITY_TOO_LARGE, "Request Entity Too Large");
                case MEDIA_TYPE -> text(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Unsupported Media Type");
            };
        }
        if (fault instanceof Fault.BadId || fault instanceof Fault.NoRoute) {
            return text(HttpStatus.NOT_FOUND, "Not Found");
        }
        if (fault instanceof Fault.BadParameter parameter) {
            return invalid(List.of(new Violation(parameter.name(), parameter.name() + " " + parameter.text())));
        }
        if (fault instanceof Fault.BadRequest request) {
            HttpStatus status = HttpStatus.valueOf(request.status());
            return text(status, status.getReason());
        }
        if (fault instanceof Fault.WrongMethod) {
            return text(HttpStatus.METHOD_NOT_ALLOWED, "Method Not Allowed");
        }
        if (fault instanceof Fault.Unavailable) {
            return text(HttpStatus.SERVICE_UNAVAILABLE, "Service Unavailable").retryAfter(RETRY_SECONDS);
        }
        return text(HttpStatus.INTERNAL_SERVER_ERROR, "Internal Server Error");
    }

    private static ErrorAnswer invalid(List<Violation> violations) {
        if (violations.size() == 1 && violations.get(0).field().isEmpty()) {
            return text(HttpStatus.BAD_REQUEST, violations.get(0).text());
        }
        List<Map<String, String>> each = violations.stream()
                .map(violation -> Map.of(violation.field().isEmpty() ? ROOT : violation.field(), violation.text()))
                .toList();
        return ErrorAnswer.json(HttpStatus.BAD_REQUEST, new Body(each));
    }

    private static ErrorAnswer text(HttpStatus status, String text) {
        return ErrorAnswer.json(status, new Body(text));
    }

    private static String taken(Thing thing) {
        return switch (thing) {
            case CAMPAIGN -> "campaign_name is already taken";
            case TARGET_LIST -> "list_name is exists";
            case CARRIER -> "carrier_name is exists";
            case TEMPLATE -> "template is existed!";
            case TARGET -> "phone_number is existed";
            default -> word(thing) + " is existed";
        };
    }

    private static String refused(Failure.Reason reason) {
        return switch (reason) {
            case DISABLED -> "campaign is deactive";
            case STILL_ENABLED -> "campaign must be deactive";
            case NOT_STOPPED -> "campaign must be stopped";
            case LIST_RUNS_ELSEWHERE -> "list is in use";
            case CALLS_UP -> "list is in use: calls of its campaign are still up";
            case NOT_RUNNING -> "campaign is not started";
            case CLOSED -> "campaign is outside its schedules";
            case DO_NOT_CALL -> "phone_number is in blacklist";
            case ATTEMPTS_OF_THE_DAY -> "phone_number has had its calls of the day";
            case NO_TEMPLATE -> "template not found";
            case MISSING_VALUE -> "missing tts key";
            case REFERENCE_TAKEN -> "ref_id is existed";
            default -> reason.sentence();
        };
    }

    private static String word(Thing thing) {
        return switch (thing) {
            case TARGET_LIST -> "list";
            case TARGET -> "lead";
            case ATTEMPT -> "cdr";
            default -> thing.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        };
    }

    /** The wire field that refers to such a thing. */
    private static String field(Thing thing) {
        return switch (thing) {
            case QUEUE -> "call_center_queue_uuid";
            case AUDIO -> "audio_file";
            default -> word(thing).replace(' ', '_') + "_uuid";
        };
    }
}
