package io.tandem.tests.autocall;

import static io.tandem.tests.autocall.TestNumbers.ANSWERED;
import static io.tandem.tests.autocall.TestNumbers.answered;
import static io.tandem.tests.autocall.TestNumbers.numbers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tandem.gateway.time.CampaignClock;
import io.tandem.tests.Api;
import io.tandem.tests.Database;
import io.tandem.tests.GatewayUnderTest;
import io.tandem.tests.Journal;
import io.tandem.tests.Journal.Call;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The instant at which hours open and close, with the default hours of 08:00 to 21:00.
 *
 * <p>A gateway of its own begins seconds before 01:00 UTC on a Monday. That is 08:00 for a tenant in Ho Chi Minh City,
 * and 21:00 for one in La Paz; neither has summer time.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // all is made before the first test
abstract class CallingHoursContract {

    private static final Instant TURN = Instant.parse("2030-03-04T01:00:00Z");
    private static final Duration SHORTEST_LEAD = Duration.ofSeconds(5);
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration TALK = Duration.ofSeconds(2);

    /** Campaign time follows the database's by up to 20 ms a second; the journal is in campaign time. */
    private static final Duration SKEW = TALK.dividedBy(50).plusMillis(1);

    private final Database database;
    private GatewayUnderTest gateway;
    private Autocall opening;
    private Autocall closing;
    private String closes = "";
    private String opens = "";
    private String stopped = "";
    private String paused = "";

    CallingHoursContract(Database database) {
        this.database = database;
    }

    /** What is not prepared by the turn of the hour is prepared again, in more time. */
    @BeforeAll
    void passTheTurnOfTheHour() {
        Duration lead = SHORTEST_LEAD;
        while (!isPrepared(TURN.minus(lead))) {
            gateway.close();
            lead = lead.multipliedBy(2);
        }
        await().atMost(lead.plus(SOON))
                .until(() -> now().isAfter(TURN.plus(TALK).plusMillis(500)));
        await().atMost(SOON).until(() -> opening.ended(opens) == 3 && opening.ended(paused) == 3);
    }

    private boolean isPrepared(Instant begin) {
        gateway = GatewayUnderTest.start(database.fresh(), Map.of("TANDEM_CLOCK", begin.toString()));
        closing = new Autocall(gateway.tenant(Api.object("name", "closing", "zone", "America/La_Paz"))
                .autocall());
        closes = closing.campaign("closes");
        closing.leads(closing.list(closes), numbers(40, answered((int) TALK.toSeconds())));
        closing.start(closes);
        opening = new Autocall(gateway.tenant("opening").autocall());
        paused = waiting("paused", 0);
        opening.api().post("/v1/campaign/" + paused + "/run/pause", "{}");
        stopped = waiting("stopped", 3);
        opening.start(stopped);
        opening.api().post("/v1/campaign/" + stopped + "/run/stop", "{}");
        opens = waiting("opens", 6);
        opening.start(opens);
        return now().isBefore(TURN.minusMillis(500));
    }

    /** A campaign with three leads, with the default hours. */
    private String waiting(String name, int first) {
        String campaign = opening.campaign(name);
        opening.leads(opening.list(campaign), numbers(9, ANSWERED).subList(first, first + 3));
        return campaign;
    }

    @AfterAll
    void close() {
        gateway.close();
    }

    @Test
    void dialsFromTheOpeningOn_case66() {
        List<Call> calls = calls(opens).calls();

        assertThat(calls)
                .hasSize(3)
                .allSatisfy(call -> assertThat(call.placed()).isAfterOrEqualTo(TURN));
        assertThat(calls.get(0).placed()).isBefore(TURN.plusSeconds(1));
    }

    @Test
    void placesNothingFromTheClosingOnAndCutsNoCall_case67() {
        List<Call> calls = calls(closes).calls();

        assertThat(calls).isNotEmpty().hasSizeLessThan(40).allSatisfy(call -> {
            assertThat(call.placed()).isBefore(TURN);
            assertThat(call.cause()).isEqualTo(16);
            assertThat(Duration.between(call.answered(), call.ended())).isGreaterThanOrEqualTo(TALK.minus(SKEW));
        });
        assertThat(calls.get(calls.size() - 1).ended()).isAfter(TURN);
        assertThat(closing.shown(closes).path("status").asText()).isEqualTo("start");
        assertThat(closing.progress(closes).path("next_opening").asText()).isEqualTo("2030-03-04T12:00:00Z");
    }

    @Test
    void leavesAStoppedCampaignStopped_case72() {
        assertThat(opening.shown(stopped).path("status").asText()).isEqualTo("stop");
        assertThat(calls(stopped).calls()).isEmpty();
    }

    /** autocall-v3.md, 2.8: what tells a pause from a stop. */
    @Test
    void startsAPausedCampaignAtTheOpening() {
        assertThat(opening.shown(paused).path("status").asText()).isEqualTo("start");
        assertThat(calls(paused).calls())
                .hasSize(3)
                .allSatisfy(call -> assertThat(call.placed()).isAfterOrEqualTo(TURN));
    }

    private Instant now() {
        return gateway.gateway().context().getBean(CampaignClock.class).instant();
    }

    private Journal calls(String campaign) {
        return gateway.journal().of(UUID.fromString(campaign));
    }
}
