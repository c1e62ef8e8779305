package io.tandem.campaigns.ports;

import io.tandem.campaigns.model.Address;
import io.tandem.campaigns.model.Destination;
import io.tandem.campaigns.model.HangupCause;
import io.tandem.campaigns.model.KeyPress;
import io.tandem.campaigns.model.Release;
import io.tandem.campaigns.model.Script;
import io.tandem.campaigns.model.Template;
import io.tandem.campaigns.model.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A way to place calls. It tells what happens to them through the {@link Events} it was made with, from any thread,
 * possibly late, twice or never.
 */
public interface Dialer {

    /**
     * Hands one call to the carrier and returns when the carrier has it, without waiting for an answer.
     *
     * @throws RuntimeException if the carrier refuses it; then no event follows and the attempt counts as FAILED
     */
    void place(OutboundCall call);

    /** Ends a call: cancels it if it rings, hangs it up if it was answered. No effect on a call that has ended. */
    void hangUp(UUID attempt, HangupCause cause);

    /**
     * One call to place.
     *
     * @param attempt the attempt's id, the call's id at the carrier
     * @param carrier null where the tenant has none
     * @param from caller id, null for none
     * @param to null for none: the script runs without a call
     * @param script what is heard, or done
     * @param template the script's template with every placeholder filled, null if it names none
     * @param joins the call waits for an agent when it is through with the script, or where the script says so:
     *     {@link Event.Joined}. Else it ends with the script
     * @param tryNumber which try of this destination, from 1
     */
    record OutboundCall(
            TenantId tenant,
            UUID attempt,
            UUID campaign,
            @Nullable UUID carrier,
            @Nullable Address from,
            @Nullable Destination to,
            Script script,
            @Nullable Template template,
            boolean joins,
            int tryNumber,
            Duration ringTimeout) {

        /** A call that plays no template and ends with its script. */
        public OutboundCall(
                TenantId tenant,
                UUID attempt,
                UUID campaign,
                @Nullable UUID carrier,
                @Nullable Address from,
                @Nullable Destination to,
                Script script,
                int tryNumber,
                Duration ringTimeout) {
            this(tenant, attempt, campaign, carrier, from, to, script, null, false, tryNumber, ringTimeout);
        }
    }

    /** What happened to a call. Instants are campaign time. */
    sealed interface Event {

        TenantId tenant();

        UUID attempt();

        Instant at();

        record Ringing(TenantId tenant, UUID attempt, Instant at) implements Event {}

        record Answered(TenantId tenant, UUID attempt, Instant at) implements Event {}

        /**
         * The call is through with its script and waits for an agent; told of calls that are to join only.
         *
         * @param answered when it was answered, for word of that may come later or never
         */
        record Joined(TenantId tenant, UUID attempt, Instant answered, Instant at) implements Event {}

        /**
         * The called party pressed keys that the script waits for. A dialer that plays a menu tells each key that it took
         * from it, good or not, and one that gathers digits tells them together.
         *
         * @param number counts what is pressed in a call, from 1, so that what is told twice is known again
         */
        record Pressed(TenantId tenant, UUID attempt, int number, KeyPress press) implements Event {

            @Override
            public Instant at() {
                return press.at();
            }
        }

        /** The call is over. {@code machine}: a mailbox took it. */
        record Ended(TenantId tenant, UUID attempt, Instant at, Release release, boolean machine) implements Event {

            /** A release of which nothing but the cause is known. */
            public Ended(TenantId tenant, UUID attempt, Instant at, HangupCause cause, boolean machine) {
                this(tenant, attempt, at, Release.of(cause), machine);
            }

            /** The Q.850 cause, null if the network gave none. */
            public @Nullable HangupCause cause() {
                return release.cause();
            }
        }
    }

    /** Takes events; returns at once. */
    @FunctionalInterface
    interface Events {

        void on(Event event);
    }
}
