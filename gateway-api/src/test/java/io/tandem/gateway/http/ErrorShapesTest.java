package io.tandem.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tandem.campaigns.service.Failure;
import io.tandem.campaigns.service.Failure.Reason;
import io.tandem.campaigns.service.Failure.Thing;
import io.tandem.campaigns.service.Failure.Violation;
import io.tandem.gateway.TestGateway;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** How each dialect words the closed set of failures. */
class ErrorShapesTest {

    @RegisterExtension
    static final TestGateway GATEWAY = TestGateway.unlimited();

    private static final UUID ID = UUID.fromString("1d2e3f40-1111-4222-8333-444455556666");

    private final ObjectMapper mapper = Mapper.create();

    static Stream<Arguments> autocallTexts() {
        return Stream.of(
                Arguments.of(new Failure.NotFound(Thing.CAMPAIGN), 404, "\"Not Found\""),
                Arguments.of(new Failure.NameTaken(Thing.CAMPAIGN), 400, "\"campaign_name is already taken\""),
                Arguments.of(new Failure.NameTaken(Thing.TARGET_LIST), 400, "\"list_name is exists\""),
                Arguments.of(new Failure.NameTaken(Thing.CARRIER), 400, "\"carrier_name is exists\""),
                Arguments.of(new Failure.NameTaken(Thing.TEMPLATE), 400, "\"template is existed!\""),
                Arguments.of(new Failure.Refused(Reason.STILL_ENABLED), 400, "\"campaign must be deactive\""),
                Arguments.of(new Failure.Refused(Reason.DISABLED), 400, "\"campaign is deactive\""),
                Arguments.of(new Failure.InUse(Thing.TARGET_LIST), 400, "\"list is in use\""),
                Arguments.of(new Failure.InUse(Thing.CARRIER), 400, "\"carrier is in use\""),
                Arguments.of(new Failure.InUse(Thing.TEMPLATE), 400, "\"template is in use\""),
                Arguments.of(new Failure.Invalid("", "active is missing"), 400, "\"active is missing\""),
                Arguments.of(new Failure.Invalid("type", "is wrong"), 400, "[{\"type\":\"is wrong\"}]"),
                Arguments.of(
                        new Failure.Invalid(
                                List.of(new Violation("phone_number", "one"), new Violation("phone_number", "two"))),
                        400,
                        "[{\"phone_number\":\"one\"},{\"phone_number\":\"two\"}]"),
                Arguments.of(
                        new Failure.UnknownReference(Thing.CARRIER, ID),
                        400,
                        "[{\"carrier_uuid\":\"carrier_uuid is not found\"}]"),
                Arguments.of(
                        new Failure.UnknownReference(Thing.TARGET_LIST, ID),
                        400,
                        "[{\"list_uuid\":\"list_uuid is not found\"}]"));
    }

    @ParameterizedTest
    @MethodSource("autocallTexts")
    void wordsAFailureAsTheAutocallDocumentsDo(Failure failure, int status, String error)
            throws JsonProcessingException {
        ErrorAnswer answer = errors(Dialect.AUTOCALL).of(failure, "req_1");

        assertThat(answer.status().getCode()).isEqualTo(status);
        assertThat(mapper.writeValueAsString(answer.body())).isEqualTo("{\"error\":" + error + "}");
    }

    @ParameterizedTest
    @CsvSource({
        "CAMPAIGN, CAMPAIGN_NOT_FOUND",
        "ATTEMPT, CAMPAIGNCALL_NOT_FOUND",
        "DIAL_PLAN, OUTPLAN_NOT_FOUND",
        "TARGET_LIST, OUTDIAL_NOT_FOUND",
        "TARGET, OUTDIAL_TARGET_NOT_FOUND",
        "QUEUE, RESOURCE_NOT_FOUND",
        "ACCESS_KEY, RESOURCE_NOT_FOUND"
    })
    void givesEachThingOfV10ItsReason(Thing thing, String reason) throws JsonProcessingException {
        ErrorAnswer answer = errors(Dialect.VOIPBIN).of(new Failure.NotFound(thing), "req_1");

        assertThat(answer.status().getCode()).isEqualTo(404);
        assertThat(mapper.writeValueAsString(answer.body()))
                .startsWith("{\"error\":{\"status\":\"NOT_FOUND\",\"reason\":\"" + reason + "\",\"message\":\"")
                .endsWith("\"request_id\":\"req_1\"}}");
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void refusesWithAConflictInV10(Reason reason) throws JsonProcessingException {
        ErrorAnswer answer = errors(Dialect.VOIPBIN).of(new Failure.Refused(reason), "req_1");

        assertThat(answer.status().getCode()).isEqualTo(409);
        assertThat(mapper.writeValueAsString(answer.body()))
                .contains("\"status\":\"FAILED_PRECONDITION\"", "\"reason\":\"STATE_INVALID\"");
    }

    @Test
    void namesTheFieldsOfABrokenRuleInV10() throws JsonProcessingException {
        Failure failure = new Failure.Invalid(List.of(
                new Violation("dial_timeout", "must not be negative"), new Violation("", "The document is odd.")));

        ErrorAnswer answer = errors(Dialect.VOIPBIN).of(failure, "req_1");

        assertThat(answer.status().getCode()).isEqualTo(400);
        assertThat(mapper.readTree(mapper.writeValueAsString(answer.body())).at("/error"))
                .isEqualTo(mapper.readTree("{\"status\":\"INVALID_ARGUMENT\",\"reason\":\"INVALID_ARGUMENT\","
                        + "\"message\":\"dial_timeout: must not be negative. The document is odd.\","
                        + "\"request_id\":\"req_1\","
                        + "\"details\":[{\"field\":\"dial_timeout\",\"message\":\"must not be negative\"}]}"));
    }

    @Test
    void namesTheReferenceThatLeadsNowhereInV10() throws JsonProcessingException {
        ErrorAnswer answer = errors(Dialect.VOIPBIN).of(new Failure.UnknownReference(Thing.DIAL_PLAN, ID), "req_1");

        assertThat(answer.status().getCode()).isEqualTo(400);
        assertThat(mapper.writeValueAsString(answer.body())).contains("outplan_id", ID.toString());
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void hasAnAnswerForEveryFailureAndFault(Dialect dialect) {
        Errors errors = errors(dialect);
        for (Thing thing : Thing.values()) {
            for (Failure failure : List.of(
                    new Failure.NotFound(thing),
                    new Failure.NameTaken(thing),
                    new Failure.InUse(thing),
                    new Failure.UnknownReference(thing, ID))) {
                assertThat(errors.of(failure, "req_1").status().getCode()).isBetween(400, 409);
            }
        }
        for (Fault fault : List.of(
                new Fault.Unauthenticated(true),
                new Fault.Unauthenticated(false),
                new Fault.Forbidden(Fault.Forbidden.Why.PERMISSION),
                new Fault.Forbidden(Fault.Forbidden.Why.SUSPENDED),
                new Fault.TooMany(Fault.TooMany.By.TENANT, 2),
                new Fault.BadBody(Fault.BadBody.Kind.MALFORMED, "x"),
                new Fault.BadBody(Fault.BadBody.Kind.NOT_AN_OBJECT, "array"),
                new Fault.BadBody(Fault.BadBody.Kind.TOO_LARGE, "x"),
                new Fault.BadBody(Fault.BadBody.Kind.MEDIA_TYPE, "x"),
                new Fault.BadId(),
                new Fault.BadParameter("limit", "is odd"),
                new Fault.BadRequest(431, "headers"),
                new Fault.NoRoute(),
                new Fault.WrongMethod("PUT"))) {
            assertThat(errors.of(fault, "req_1").status().getCode()).isBetween(400, 431);
        }
        assertThat(errors.of(new Fault.Unavailable(), "req_1").headers()).containsEntry("Retry-After", "1");
    }

    @Test
    void knowsWhoseAPathIs() {
        assertThat(Stream.of("/v1.0", "/v1.0/x", "/auth/login").map(Dialect::of))
                .containsOnly(Dialect.VOIPBIN);
        assertThat(Stream.of("/v3", "/v3/x", "/v1", "/v1/x").map(Dialect::of)).containsOnly(Dialect.AUTOCALL);
        assertThat(Stream.of("/", "", "/v1.01", "/v30", "/authx", "/gateway/x", "/admin/x", "/ping")
                        .map(Dialect::of))
                .containsOnly(Dialect.GATEWAY);
    }

    private static Errors errors(Dialect dialect) {
        return GATEWAY.running().context().getBeansOfType(Errors.class).stream()
                .filter(errors -> errors.dialect() == dialect)
                .findFirst()
                .orElseThrow();
    }
}
