package io.tandem.campaigns.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.campaigns.model.Carried;
import io.tandem.campaigns.model.Destination.PhoneNumber;
import io.tandem.campaigns.model.HangupCause;
import io.tandem.campaigns.model.KeyMenu;
import io.tandem.campaigns.model.Prompt;
import io.tandem.campaigns.model.Script;
import io.tandem.campaigns.model.Script.Action;
import io.tandem.campaigns.model.Template;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.Dialer.Event;
import io.tandem.campaigns.ports.Dialer.OutboundCall;
import io.tandem.campaigns.simulated.Playback.Enough;
import io.tandem.campaigns.simulated.Playback.Step;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.PriorityQueue;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** design section 7: test numbers and the journal. */
class SimulatedCarrierTest {

    private record Task(Instant at, Runnable run) implements Comparable<Task> {
        @Override
        public int compareTo(Task other) {
            return at.compareTo(other.at);
        }
    }

    private static final TenantId TENANT = TenantId.of("11111111-1111-1111-1111-111111111111");
    private static final UUID CALL = UUID.fromString("22222222-2222-2222-2222-222222222222");
    private static final UUID CAMPAIGN = UUID.fromString("33333333-3333-3333-3333-333333333333");

    private final PriorityQueue<Task> tasks = new PriorityQueue<>();
    private final List<Event> events = new ArrayList<>();
    private final List<String> journal = new ArrayList<>();
    private Instant now = Instant.parse("2026-03-02T05:00:00Z");
    private final InstantSource clock = () -> now;

    @ParameterizedTest(name = "{0}, try {1}: {2}")
    @CsvSource({
        "+84903199000, 1, answered 100 ended 200 cause 16",
        "+84903199007, 1, answered 100 ended 7100 cause 16",
        "+84903199100, 1, ended 0 cause 17",
        "+84903199103, 1, ended 3000 cause 17",
        "+84903199200, 1, nothing",
        "+84903199302, 1, ended 2000 cause 127",
        "+84903199400, 1, ended 0 cause 20",
        "+84903199501, 1, ended 1000 cause 16 machine",
        "+84903199600, 1, ended 0 cause 1",
        "+84903199700, 1, ended 0 cause 52",
        "+84903199800, 1, ended 0 cause 34",
        "+84903199900, 1, nothing",
        "+84903198203, 2, ended 0 cause 17",
        "+84903198203, 3, answered 100 ended 3100 cause 16",
        "+84903197105, 1, answered 100 ended 35100 cause 16",
        "+84903197100, 1, answered 100 ended 30200 cause 16",
    })
    void playsTheScriptOfATestNumber(String number, int tryNumber, String expected) {
        Instant start = now;
        carrier(1).place(call(number, tryNumber));

        runAll();

        assertThat(told(start)).isEqualTo(expected.equals("nothing") ? "" : expected);
    }

    @Test
    void isFasterAtSpeed() {
        Instant start = now;
        carrier(10).place(call("+84903199005", 1));

        runAll();

        assertThat(told(start)).isEqualTo("answered 10 ended 510 cause 16");
    }

    @Test
    void writesTheJournalBeforeItTells() {
        carrier(1).place(call("+84903199001", 1));

        assertThat(journal)
                .containsExactly("{\"at\":\"2026-03-02T05:00:00.000000Z\",\"event\":\"placed\",\"call\":\""
                        + CALL + "\",\"tenant\":\"" + TENANT + "\",\"campaign\":\"" + CAMPAIGN
                        + "\",\"carrier\":\"\",\"from\":\"\",\"to\":\"+84903199001\",\"ring_timeout_ms\":60000}");
        runAll();
        assertThat(journal)
                .hasSize(3)
                .endsWith(
                        "{\"at\":\"2026-03-02T05:00:00.100000Z\",\"event\":\"answered\",\"call\":\"" + CALL + "\"}",
                        "{\"at\":\"2026-03-02T05:00:01.100000Z\",\"event\":\"ended\",\"call\":\"" + CALL
                                + "\",\"cause\":16,\"talk_ms\":1000}");
    }

    @Test
    void endsAnAnsweredCallWhenTold() {
        SimulatedCarrier carrier = carrier(1);
        carrier.place(call("+84903199060", 1));
        runUntil(now.plusSeconds(5));

        carrier.hangUp(CALL, HangupCause.NORMAL_CLEARING);
        carrier.hangUp(CALL, HangupCause.NORMAL_CLEARING);

        assertThat(events).hasSize(3);
        assertThat(events.get(2)).isInstanceOf(Event.Ended.class);
        assertThat(carrier.inFlight()).isZero();
    }

    @Test
    void aMuteCallTellsNothingButIsJournalledWhenGivenUp() {
        SimulatedCarrier carrier = carrier(1);
        carrier.place(call("+84903199900", 1));

        carrier.hangUp(CALL, HangupCause.RECOVERY_ON_TIMER);

        assertThat(events).isEmpty();
        assertThat(journal).hasSize(2);
        assertThat(journal.get(1)).contains("\"event\":\"ended\"");
    }

    @Test
    void drawsTheSameForTheSameSeedNumberAndTry() {
        CallModel model = new CallModel(7);

        assertThat(model.draw("+84903123456", 1)).isEqualTo(model.draw("+84903123456", 1));
        assertThat(model.draw("+84903123456", 2)).isNotEqualTo(model.draw("+84903123456", 1));
    }

    @Test
    void hangsUpWhenItsActionsEndBeforeTheFarEndDoes() {
        Instant start = now;
        carrier(1).place(playing("+84903199010", 2));

        runAll();

        assertThat(told(start)).isEqualTo("answered 100 ended 6100 cause 16");
    }

    @Test
    void theFarEndMayHangUpBeforeTheActionsEnd() {
        Instant start = now;
        carrier(1).place(playing("+84903199004", 2));

        runAll();

        assertThat(told(start)).isEqualTo("answered 100 ended 4100 cause 16");
    }

    @Test
    void pressesTheKeyOfATestNumberWhereTheScriptWaitsForOne() {
        Instant start = now;
        carrier(1).place(menu("+84903197104", null));

        runAll();

        assertThat(told(start)).isEqualTo("answered 100 pressed 4100 #1 1 ended 8100 cause 16");
    }

    @Test
    void pressesFasterAtSpeed() {
        Instant start = now;
        carrier(10).place(menu("+84903197504", null));

        runAll();

        assertThat(told(start)).isEqualTo("answered 10 pressed 410 #1 5 ended 1910 cause 16");
    }

    @Test
    void tellsWhatWasGatheredBeforeTheCallWasHungUp() {
        Instant start = now;
        SimulatedCarrier carrier = carrier(1);
        carrier.place(menu("+84903197204", "gather"));
        runUntil(now.plusSeconds(6));

        carrier.hangUp(CALL, HangupCause.NORMAL_CLEARING);
        runAll();

        assertThat(told(start)).isEqualTo("answered 100 pressed 4100 #1 2 ended 4100 cause 16");
    }

    @Test
    void pressesNothingAfterTheEnd() {
        Instant start = now;
        SimulatedCarrier carrier = carrier(1);
        carrier.place(menu("+84903197209", null));
        runUntil(now.plusSeconds(6));

        carrier.hangUp(CALL, HangupCause.NORMAL_CLEARING);
        runAll();

        assertThat(told(start)).isEqualTo("answered 100 ended 100 cause 16");
    }

    @Test
    void aTemplateDoesNotShortenTheTalkOfNumbersThatPressNothing() {
        Instant start = now;
        carrier(1).place(menu("+84903199050", null));

        runAll();

        assertThat(told(start)).isEqualTo("answered 100 ended 50100 cause 16");
    }

    /** Plays a template that offers 1 and, for a wrong key, is done; or gathers digits for a minute. */
    private static OutboundCall menu(String number, @Nullable String action) {
        Prompt prompt = new Prompt(true, Template.Voice.SPEECH, "four seconds of speech take ten words or a few", null);
        KeyMenu keys = new KeyMenu(
                true,
                List.of(new KeyMenu.Option("1", prompt, false, "")),
                null,
                null,
                Duration.ofSeconds(5),
                1,
                Duration.ZERO);
        Template template = new Template(
                TENANT,
                CALL,
                "t",
                Template.Voice.SPEECH,
                "",
                "one ".repeat(25),
                null,
                Carried.NONE,
                Instant.EPOCH,
                null,
                null,
                null,
                keys);
        List<Action> actions = action == null ? List.of() : List.of(new Action(null, null, action, null));
        return new OutboundCall(
                TENANT,
                CALL,
                CAMPAIGN,
                null,
                null,
                new PhoneNumber(number),
                Script.EMPTY.withActions(actions),
                action == null ? template : null,
                false,
                1,
                Duration.ofMinutes(1));
    }

    @Test
    void joinsTheQueueWhenItsActionsAreThroughAndTalksOn() {
        Instant start = now;
        carrier(1).place(joining("+84903199010", "any", "any"));

        runAll();

        assertThat(told(start)).isEqualTo("answered 100 joined 6100 (100) ended 10100 cause 16");
    }

    @Test
    void joinsTheQueueWhereTheScriptSaysSo() {
        Instant start = now;
        carrier(10).place(joining("+84903199010", "any", "join", "any", "end"));

        runAll();

        assertThat(told(start)).isEqualTo("answered 10 joined 310 (10) ended 1010 cause 16");
    }

    @Test
    void joinsNoQueueIfTheFarEndHangsUpBefore() {
        Instant start = now;
        carrier(1).place(joining("+84903199004", "any", "any"));

        runAll();

        assertThat(told(start)).isEqualTo("answered 100 ended 4100 cause 16");
    }

    @Test
    void joinsNoQueueIfTheScriptHangsUpOrHoldsTheCall() {
        Instant start = now;
        carrier(1).place(joining("+84903199010", "any", "end"));
        runAll();
        Instant next = now;
        carrier(1).place(joining("+84903199010", "any", "hold", "any"));

        runAll();

        assertThat(told(start, events.subList(0, 3))).isEqualTo("answered 100 ended 3100 cause 16");
        assertThat(told(next, events.subList(3, 6))).isEqualTo("answered 100 ended 10100 cause 16");
    }

    @Test
    void anOrdinaryNumberHearsTheScriptOutAndTalksThen() {
        Instant start = now;
        carrier(1).place(call(answering(), 1));
        runAll();
        String talk = told(start).replaceAll(".*ended (\\d+) .*", "$1");
        events.clear();
        start = now;

        carrier(1).place(joining(answering(), "any", "any"));
        runAll();

        assertThat(told(start)).contains("joined ").contains("ended " + (Long.parseLong(talk) + 6_000) + " ");
    }

    private static String answering() {
        return IntStream.range(100, 200)
                .mapToObj(n -> "+84903123" + n)
                .filter(number -> new CallModel(1).draw(number, 1).answered())
                .findFirst()
                .orElseThrow();
    }

    private static OutboundCall joining(String number, String... actions) {
        Script script = Script.EMPTY.withActions(Arrays.stream(actions)
                .map(type -> new Action(null, null, type, null))
                .toList());
        PhoneNumber to = new PhoneNumber(number);
        return new OutboundCall(TENANT, CALL, CAMPAIGN, null, null, to, script, null, true, 1, Duration.ofMinutes(1));
    }

    @Test
    void runsAScriptWithoutACall() {
        Instant start = now;
        OutboundCall call = playing("+84903199100", 3);
        carrier(1)
                .place(new OutboundCall(
                        TENANT, CALL, CAMPAIGN, null, null, null, call.script(), 1, Duration.ofMinutes(1)));

        runAll();

        assertThat(told(start)).isEqualTo("answered 0 ended 9000 cause 16");
        assertThat(journal.get(0)).contains("\"to\":\"\"");
    }

    private static OutboundCall playing(String number, int actions) {
        Script script = Script.EMPTY.withActions(Collections.nCopies(actions, new Action(null, null, "any", null)));
        return new OutboundCall(
                TENANT, CALL, CAMPAIGN, null, null, new PhoneNumber(number), script, 1, Duration.ofMinutes(1));
    }

    private SimulatedCarrier carrier(double speed) {
        return new SimulatedCarrier(
                clock,
                (delay, task) -> tasks.add(new Task(now.plus(delay), task)),
                events::add,
                new Journal(journal::add),
                new Playback(action -> switch (action.type()) {
                    case "gather" -> Step.gathering(Duration.ofMinutes(1), new Enough(0, "#"));
                    case "join" -> Step.JOIN;
                    case "hold" -> Step.HOLD;
                    case "end" -> Step.END;
                    default -> Step.lasting(Duration.ofSeconds(3));
                }),
                1,
                speed);
    }

    private static OutboundCall call(String number, int tryNumber) {
        return new OutboundCall(
                TENANT,
                CALL,
                CAMPAIGN,
                null,
                null,
                new PhoneNumber(number),
                Script.EMPTY,
                tryNumber,
                Duration.ofMinutes(1));
    }

    private void runAll() {
        runUntil(Instant.MAX);
    }

    private void runUntil(Instant until) {
        while (!tasks.isEmpty() && !tasks.peek().at.isAfter(until)) {
            Task task = tasks.poll();
            now = task.at;
            task.run.run();
        }
    }

    private String told(Instant start) {
        return told(start, events);
    }

    private static String told(Instant start, List<Event> events) {
        StringBuilder told = new StringBuilder();
        for (Event event : events) {
            long millis = Duration.between(start, event.at()).toMillis();
            if (event instanceof Event.Answered) {
                told.append("answered ").append(millis).append(' ');
            } else if (event instanceof Event.Joined joined) {
                told.append("joined ").append(millis).append(" (");
                told.append(Duration.between(start, joined.answered()).toMillis())
                        .append(") ");
            } else if (event instanceof Event.Pressed pressed) {
                told.append("pressed ").append(millis).append(" #").append(pressed.number());
                told.append(' ').append(pressed.press().keys()).append(' ');
            } else if (event instanceof Event.Ended ended) {
                told.append("ended ")
                        .append(millis)
                        .append(" cause ")
                        .append(ended.cause().value());
                told.append(ended.machine() ? " machine" : "");
            }
        }
        return told.toString();
    }
}
