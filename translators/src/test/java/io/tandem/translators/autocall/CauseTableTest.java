package io.tandem.translators.autocall;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.campaigns.model.Address;
import io.tandem.campaigns.model.CallAttempt;
import io.tandem.campaigns.model.Carried;
import io.tandem.campaigns.model.Destination.PhoneNumber;
import io.tandem.campaigns.model.Disposition;
import io.tandem.campaigns.model.HangupCause;
import io.tandem.campaigns.model.Release;
import io.tandem.campaigns.model.Release.Location;
import io.tandem.campaigns.model.Target;
import io.tandem.campaigns.model.TargetState;
import io.tandem.campaigns.model.Tenant;
import io.tandem.campaigns.rules.Causes;
import io.tandem.campaigns.service.RecordService.View;
import io.tandem.translators.voipbin.VoipbinCampaigncalls;
import io.tandem.translators.voipbin.WireVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** autocall-v3.md, 2.6, row by row: what a client of each dialect reads of a call that the network released. */
class CauseTableTest {

    private static final Instant PLACED = Instant.parse("2026-03-02T05:00:00Z");
    private static final Address PHONE = Address.of(new PhoneNumber("+84903123456"));
    private static final Tenant TENANT = Samples.fresh().tenant();

    @ParameterizedTest(name = "cause {0} of {1}, status {2}, rang: {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                // Q.850 causes
                "19  |         |     | true  | no-answered    | NO_ANSWER",
                "18  |         |     | true  | no-answered    | NO_USER_RESPONSE",
                "102 |         |     | true  | no-answered    | RECOVERY_ON_TIMER_EXPIRE",
                "17  |         |     | false | busy           | USER_BUSY",
                "21  | USER    |     | false | busy           | CALL_REJECTED",
                "20  |         |     | false | not-available  | SUBSCRIBER_ABSENT",
                "27  |         |     | false | not-available  | DESTINATION_OUT_OF_ORDER",
                "18  |         |     | false | not-available  | NO_USER_RESPONSE",
                "31  |         |     | false | not-available  | NORMAL_UNSPECIFIED",
                "1   |         |     | false | invalid-number | UNALLOCATED_NUMBER",
                "2   |         |     | false | invalid-number | NO_ROUTE_TRANSIT_NET",
                "22  |         |     | false | invalid-number | NUMBER_CHANGED",
                "26  |         |     | false | invalid-number | INVALID_NUMBER_FORMAT",
                "28  |         |     | false | invalid-number | INVALID_NUMBER_FORMAT",
                "3   |         | 404 | false | invalid-number | NO_ROUTE_DESTINATION",
                "3   |         | 484 | false | invalid-number | NO_ROUTE_DESTINATION",
                "3   |         | 604 | false | invalid-number | NO_ROUTE_DESTINATION",
                "52  |         | 403 | false | phone-block    | OUTGOING_CALL_BARRED",
                "54  |         |     | false | phone-block    | INCOMING_CALL_BARRED",
                "57  |         |     | false | phone-block    | BEARERCAPABILITY_NOTAUTH",
                "53  |         |     | false | phone-block    | OUTGOING_CALL_BARRED",
                "34  |         |     | false | congestion     | NORMAL_CIRCUIT_CONGESTION",
                "38  |         |     | false | congestion     | NETWORK_OUT_OF_ORDER",
                "41  |         |     | false | congestion     | NORMAL_TEMPORARY_FAILURE",
                "42  |         |     | false | congestion     | SWITCH_CONGESTION",
                "46  |         |     | false | congestion     | NORMAL_CIRCUIT_CONGESTION",
                "21  | NETWORK |     | false | congestion     | CALL_REJECTED",
                "25  |         |     | false | congestion     | EXCHANGE_ROUTING_ERROR",
                "3   |         |     | false | congestion     | NO_ROUTE_DESTINATION",
                "29  |         |     | false | failed         | FACILITY_REJECTED",
                "88  |         |     | false | failed         | INCOMPATIBLE_DESTINATION",
                "127 |         |     | false | failed         | INTERWORKING",
                "40  |         |     | false | failed         | UNKNOWN",
                // final statuses without a Reason
                "    |         | 408 | true  | no-answered    | NO_USER_RESPONSE",
                "    |         | 480 | true  | no-answered    | NO_USER_RESPONSE",
                "    |         | 486 | false | busy           | USER_BUSY",
                "    |         | 600 | false | busy           | USER_BUSY",
                "    |         | 603 | false | busy           | CALL_REJECTED",
                "    |         | 480 | false | not-available  | NO_USER_RESPONSE",
                "    |         | 408 | false | not-available  | NO_USER_RESPONSE",
                "    |         | 404 | false | invalid-number | UNALLOCATED_NUMBER",
                "    |         | 410 | false | invalid-number | NUMBER_CHANGED",
                "    |         | 416 | false | invalid-number | INVALID_NUMBER_FORMAT",
                "    |         | 484 | false | invalid-number | INVALID_NUMBER_FORMAT",
                "    |         | 485 | false | invalid-number | UNALLOCATED_NUMBER",
                "    |         | 604 | false | invalid-number | UNALLOCATED_NUMBER",
                "    |         | 403 | false | congestion     | CALL_REJECTED",
                "    |         | 407 | false | congestion     | CALL_REJECTED",
                "    |         | 429 | false | congestion     | SWITCH_CONGESTION",
                "    |         | 500 | false | congestion     | NORMAL_TEMPORARY_FAILURE",
                "    |         | 502 | false | congestion     | NETWORK_OUT_OF_ORDER",
                "    |         | 503 | false | congestion     | NORMAL_TEMPORARY_FAILURE",
                "    |         | 504 | false | congestion     | NORMAL_TEMPORARY_FAILURE",
                "    |         | 400 | false | failed         | INTERWORKING",
                "    |         | 405 | false | failed         | SERVICE_UNAVAILABLE",
                "    |         | 406 | false | failed         | SERVICE_NOT_IMPLEMENTED",
                "    |         | 415 | false | failed         | SERVICE_NOT_IMPLEMENTED",
                "    |         | 420 | false | failed         | INTERWORKING",
                "    |         | 487 | false | failed         | ''",
                "    |         | 488 | false | failed         | INCOMPATIBLE_DESTINATION",
                "    |         | 501 | false | failed         | SERVICE_NOT_IMPLEMENTED",
                "    |         | 505 | false | failed         | INTERWORKING",
                "    |         | 606 | false | failed         | INCOMPATIBLE_DESTINATION",
                "    |         | 499 | false | failed         | INTERWORKING",
            })
    void goesByItsRow(
            @Nullable Integer cause,
            @Nullable Location location,
            @Nullable Integer status,
            boolean rang,
            String v3Status,
            String v3Cause) {
        Release release = new Release(cause == null ? null : new HangupCause(cause), location, status);
        Disposition disposition = Causes.ofUnanswered(release, rang);
        CallAttempt attempt = attempt(disposition, Causes.causeOf(release));

        CdrDocument record = record(attempt);

        assertThat(record.status()).isEqualTo(v3Status);
        assertThat(record.cause()).isEqualTo(v3Cause);
        assertThat(VoipbinCampaigncalls.show(attempt, Samples.fresh().campaign(), WireVersion.DEFAULT)
                        .path("result")
                        .asText())
                .isEqualTo("fail");
    }

    /** A broken template, or a carrier that takes no call: no leg, hence no cause of one, least of all congestion's. */
    @Test
    void aCallThatFailedBeforeAnyCarrierSawItHasNoCause() {
        CdrDocument record = record(attempt(Disposition.FAILED, null));

        assertThat(record.status()).isEqualTo("failed");
        assertThat(record.cause()).isEmpty();
        assertThat(record.sipHangupDisposition()).isEmpty();
    }

    @Test
    void aCallThatWeCancelledSaysSo() {
        for (HangupCause cause : Arrays.asList(HangupCause.RECOVERY_ON_TIMER, HangupCause.NORMAL_CLEARING, null)) {
            CdrDocument record = record(attempt(Disposition.CANCELLED, cause));

            assertThat(record.status()).isEqualTo("cancel");
            assertThat(record.cause()).isEqualTo("ORIGINATOR_CANCEL");
        }
    }

    private static CdrDocument record(CallAttempt attempt) {
        return AutocallRecords.show(new View(attempt, Samples.fresh().campaign(), target()), TENANT);
    }

    private static CallAttempt attempt(Disposition disposition, @Nullable HangupCause cause) {
        return new CallAttempt(
                TENANT.id(),
                new UUID(1, 2),
                new UUID(1, 3),
                new UUID(1, 4),
                new UUID(1, 7),
                new UUID(1, 5),
                new UUID(1, 6),
                null,
                null,
                null,
                null,
                PHONE,
                0,
                1,
                PLACED,
                null,
                null,
                PLACED.plusSeconds(5),
                cause,
                disposition,
                false,
                Duration.ZERO,
                PLACED.plusSeconds(5),
                null);
    }

    private static Target target() {
        return new Target(
                TENANT.id(),
                new UUID(1, 5),
                new UUID(1, 6),
                "",
                "",
                "",
                Arrays.asList(PHONE, null, null, null, null),
                "",
                TargetState.RETRY,
                PLACED,
                List.of(1, 0, 0, 0, 0),
                null,
                null,
                null,
                Carried.NONE,
                PLACED,
                null,
                null);
    }
}
