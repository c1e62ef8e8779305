package io.tandem.campaigns.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whom to call: the v1.0 outdialtarget, the v3 lead.
 *
 * @param data free text that goes with the target; JSON where a client sent an object
 * @param destinations destination 0 to 4, always five; null where there is none
 * @param network network of destination 0's number, empty if unknown
 * @param state where it stands; decides with {@code due} whether it may be claimed
 * @param due the earliest instant of its next attempt
 * @param tries attempts made on destination 0 to 4, always five numbers
 * @param attempt the call it is in, null unless CALLING
 * @param lastDisposition how its last attempt ended, null if none ended yet
 * @param lastCalled when its last attempt started, null if never
 * @param carried what one dialect said of it that the hub has no word for
 * @param push set on a target that a client pushed to be called at once, null on every other
 * @param networkGiven whether a client said so, and the table of prefixes has no say
 */
@RecordBuilder
public record Target(
        TenantId tenant,
        UUID list,
        UUID id,
        String name,
        String detail,
        String data,
        List<@Nullable Address> destinations,
        String network,
        TargetState state,
        Instant due,
        List<Integer> tries,
        @Nullable UUID attempt,
        @Nullable Disposition lastDisposition,
        @Nullable Instant lastCalled,
        Carried carried,
        Instant created,
        @Nullable Instant updated,
        @Nullable Instant deleted,
        @Nullable Push push,
        boolean networkGiven)
        implements TargetBuilder.With, Stored {

    /** Destinations a target may have. */
    public static final int DESTINATIONS = 5;

    public static final List<Integer> NO_TRIES = List.of(0, 0, 0, 0, 0);

    public Target {
        destinations = Collections.unmodifiableList(new ArrayList<>(destinations));
        tries = List.copyOf(tries);
        if (destinations.size() != DESTINATIONS || tries.size() != DESTINATIONS) {
            throw new IllegalArgumentException("a target has " + DESTINATIONS + " destinations and tries");
        }
    }

    /** A target that was not pushed. */
    public Target(
            TenantId tenant,
            UUID list,
            UUID id,
            String name,
            String detail,
            String data,
            List<@Nullable Address> destinations,
            String network,
            TargetState state,
            Instant due,
            List<Integer> tries,
            @Nullable UUID attempt,
            @Nullable Disposition lastDisposition,
            @Nullable Instant lastCalled,
            Carried carried,
            Instant created,
            @Nullable Instant updated,
            @Nullable Instant deleted) {
        this(
                tenant,
                list,
                id,
                name,
                detail,
                data,
                destinations,
                network,
                state,
                due,
                tries,
                attempt,
                lastDisposition,
                lastCalled,
                carried,
                created,
                updated,
                deleted,
                null,
                false);
    }

    /** A target whose network goes by the table of prefixes. */
    public Target(
            TenantId tenant,
            UUID list,
            UUID id,
            String name,
            String detail,
            String data,
            List<@Nullable Address> destinations,
            String network,
            TargetState state,
            Instant due,
            List<Integer> tries,
            @Nullable UUID attempt,
            @Nullable Disposition lastDisposition,
            @Nullable Instant lastCalled,
            Carried carried,
            Instant created,
            @Nullable Instant updated,
            @Nullable Instant deleted,
            @Nullable Push push) {
        this(
                tenant,
                list,
                id,
                name,
                detail,
                data,
                destinations,
                network,
                state,
                due,
                tries,
                attempt,
                lastDisposition,
                lastCalled,
                carried,
                created,
                updated,
                deleted,
                push,
                false);
    }

    /** Whether it was pushed and waits for its first call: then it goes before others, and is called under its push's id. */
    public boolean goesFirst() {
        return push != null && push.at() != null && state == TargetState.FRESH;
    }

    /** Whether no attempt of it may start at that instant or later, because it was pushed and its time is over. */
    public boolean isOver(Instant now) {
        return push != null && push.isOver(now);
    }

    /** Attempts made, over all destinations. */
    public int calledCount() {
        return tries.stream().mapToInt(Integer::intValue).sum();
    }
}
