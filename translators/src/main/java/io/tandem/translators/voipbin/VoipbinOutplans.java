package io.tandem.translators.voipbin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tandem.campaigns.model.Address;
import io.tandem.campaigns.model.Carried;
import io.tandem.campaigns.model.Carrier;
import io.tandem.campaigns.model.DialPlan;
import io.tandem.campaigns.model.Target;
import io.tandem.campaigns.service.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Dial plans; times are milliseconds. (voipbin-v1.md, 1.6 and section 3)
 *
 * <p>Readers throw {@link Failure.Invalid} for broken rules and {@link WireFault} for wrong JSON types. A change that
 * changes nothing gives back the very plan.
 */
public final class VoipbinOutplans {

    /** What an absent {@code dial_timeout}, or one of 0, rings for: the contract's example value. */
    public static final Duration DEFAULT_RING_TIMEOUT = Duration.ofSeconds(30);

    /** What an absent {@code try_interval} waits: the contract's example value; an explicit 0 waits not at all. */
    public static final Duration DEFAULT_RETRY_DELAY = Duration.ofMinutes(1);

    /** A phone rings no longer, whichever dialect says so. (mapping.md, ring timeout; autocall-v3.md, 2.9) */
    public static final Duration LONGEST_RING_TIMEOUT = Duration.ofMinutes(3);

    private static final String SOURCE = "source";
    private static final String DIAL_TIMEOUT = "dial_timeout";
    private static final String TRY_INTERVAL = "try_interval";
    private static final List<String> TRIES = IntStream.range(0, Target.DESTINATIONS)
            .mapToObj(i -> "max_try_count_" + i)
            .toList();
    private static final List<Integer> ONE_TRY = List.of(1, 0, 0, 0, 0);

    private static final Set<String> FIELDS = Set.of(
            "id",
            "customer_id",
            "name",
            "detail",
            SOURCE,
            DIAL_TIMEOUT,
            TRY_INTERVAL,
            TRIES.get(0),
            TRIES.get(1),
            TRIES.get(2),
            TRIES.get(3),
            TRIES.get(4),
            "tm_create",
            "tm_update",
            "tm_delete");

    private VoipbinOutplans() {}

    /**
     * The single object, with the carried properties.
     *
     * @param carrier whose first caller id shows as the source of a plan that has none; null for no such carrier
     */
    public static ObjectNode show(DialPlan plan, @Nullable Carrier carrier, WireVersion version) {
        return form(plan, carrier).in(version, WireKind.OUTPLAN, plan.carried());
    }

    /** As {@link #show}, as a row of a list or an event's payload: without the carried properties. */
    public static ObjectNode showInList(DialPlan plan, @Nullable Carrier carrier, WireVersion version) {
        return form(plan, carrier).in(version, WireKind.OUTPLAN);
    }

    private static Form form(DialPlan plan, @Nullable Carrier carrier) {
        Form form = new Form()
                .id("id", plan.id())
                .id("customer_id", plan.tenant().value())
                .text("name", plan.name())
                .text("detail", plan.detail())
                .node(SOURCE, source(plan, carrier).toNode())
                .number(DIAL_TIMEOUT, dialTimeout(plan))
                .number(TRY_INTERVAL, plan.retryDelay().toMillis());
        for (int i = 0; i < Target.DESTINATIONS; i++) {
            form.number(TRIES.get(i), plan.attemptsOn(i));
        }
        return form.times(plan);
    }

    private static WireAddress source(DialPlan plan, @Nullable Carrier carrier) {
        WireAddress own = WireAddress.of(plan.callerId(), plan.carried(), SOURCE);
        if (!own.equals(WireAddress.UNSET)
                || carrier == null
                || carrier.callerIds().isEmpty()) {
            return own;
        }
        return new WireAddress(WireAddress.TEL, carrier.callerIds().get(0), "", "", "");
    }

    /** 0 as long as it was said and the default it stands for was not changed since. */
    private static long dialTimeout(DialPlan plan) {
        boolean saidZero = plan.carried().get(CarriedWords.DIALECT, DIAL_TIMEOUT) != null;
        return saidZero && plan.ringTimeout().equals(DEFAULT_RING_TIMEOUT)
                ? 0
                : plan.ringTimeout().toMillis();
    }

    /**
     * Reads the body of {@code POST /outplans}. Without any {@code max_try_count} destination 0 is tried once; as soon as
     * one is sent, the others are 0.
     */
    public static DialPlan create(JsonNode body, Creation creation) {
        Document document = Document.of(body);
        boolean namesTries = TRIES.stream().anyMatch(document::has);
        DialPlan blank = new DialPlan(
                creation.tenant().id(),
                creation.ids().next(),
                "",
                "",
                null,
                DEFAULT_RING_TIMEOUT,
                DEFAULT_RETRY_DELAY,
                namesTries ? Target.NO_TRIES : ONE_TRY,
                Carried.NONE,
                creation.now(),
                null,
                null);
        return finish(document, withDialInfo(document, withNames(document, blank), null));
    }

    /** {@code PUT /outplans/{id}}: name and detail; the dial info has a route of its own and is ignored here. */
    public static DialPlan merge(JsonNode body, DialPlan current, Instant now) {
        Document document = Document.of(body);
        return touched(current, finish(document, withNames(document, current)), now);
    }

    /**
     * {@code PUT /outplans/{id}/dial_info}: absent or null keeps, an empty source clears. Name and detail are ignored.
     *
     * @param carrier as in {@link #show}: a source equal to what is shown is no change
     */
    public static DialPlan dialInfo(JsonNode body, DialPlan current, @Nullable Carrier carrier, Instant now) {
        Document document = Document.of(body);
        return touched(current, finish(document, withDialInfo(document, current, carrier)), now);
    }

    private static DialPlan withNames(Document document, DialPlan plan) {
        return plan.with(change ->
                change.name(document.text("name", plan.name())).detail(document.text("detail", plan.detail())));
    }

    private static DialPlan withDialInfo(Document document, DialPlan plan, @Nullable Carrier carrier) {
        DialPlan changed = plan;
        WireAddress shownSource = source(plan, carrier);
        WireAddress sentSource = document.has(SOURCE) ? WireAddress.read(document, SOURCE) : shownSource;
        if (!sentSource.equals(shownSource)) {
            Address callerId = sentSource.toCallerId();
            changed = changed.withCallerId(callerId).withCarried(sentSource.carry(plan.carried(), SOURCE, callerId));
        }
        long ring = document.millisWithin(LONGEST_RING_TIMEOUT, DIAL_TIMEOUT, dialTimeout(plan));
        if (ring != dialTimeout(plan)) {
            changed = changed.withRingTimeout(ring == 0 ? DEFAULT_RING_TIMEOUT : Duration.ofMillis(ring))
                    .withCarried(changed.carried().with(CarriedWords.DIALECT, DIAL_TIMEOUT, ring == 0 ? "0" : null));
        }
        long delay = document.millis(TRY_INTERVAL, plan.retryDelay().toMillis());
        if (delay != plan.retryDelay().toMillis()) {
            changed = changed.withRetryDelay(Duration.ofMillis(delay));
        }
        List<Integer> attempts = new ArrayList<>();
        for (int i = 0; i < Target.DESTINATIONS; i++) {
            attempts.add(document.count(TRIES.get(i), plan.attemptsOn(i)));
        }
        return changed.withAttempts(attempts);
    }

    private static DialPlan finish(Document document, DialPlan changed) {
        DialPlan whole = changed.withCarried(CarriedWords.of(document, changed.carried(), FIELDS));
        document.check();
        return whole;
    }

    private static DialPlan touched(DialPlan before, DialPlan after, Instant now) {
        return after.equals(before) ? before : after.withUpdated(now);
    }
}
