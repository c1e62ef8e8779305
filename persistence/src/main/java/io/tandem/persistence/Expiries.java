package io.tandem.persistence;

import io.tandem.campaigns.model.CallAttempt;
import io.tandem.campaigns.model.TargetState;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.SchedulerStore.Claim;
import io.tandem.campaigns.ports.SchedulerStore.Expiry;
import io.tandem.campaigns.ports.SchedulerStore.NextState;
import io.tandem.campaigns.ports.SchedulerStore.Outcome;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** Ends pushed targets that were never called within their time: each is claimed and its attempt ended, in one go. */
final class Expiries {

    private Expiries() {}

    static void write(
            Connection connection,
            UUID batch,
            UUID replica,
            List<Expiry> expiries,
            Set<TenantId> owned,
            Instant now,
            Tallies tallies) {
        if (expiries.isEmpty()) {
            return;
        }
        Set<UUID> held = Claims.write(
                connection,
                batch,
                replica,
                expiries.stream().map(Expiries::claim).toList(),
                owned);
        List<Outcome> outcomes = expiries.stream()
                .map(Expiry::record)
                .filter(record -> held.contains(record.id()))
                .map(Expiries::outcome)
                .toList();
        Outcomes.write(connection, outcomes, now, tallies);
    }

    private static Claim claim(Expiry expiry) {
        CallAttempt record = expiry.record();
        return new Claim(expiry.from(), record.withEnded(null).withDisposition(null), record.placed());
    }

    private static Outcome outcome(CallAttempt record) {
        return new Outcome(
                record.tenant(),
                record.id(),
                record.campaign(),
                record.list(),
                record.target(),
                record.ringing(),
                record.answered(),
                Objects.requireNonNull(record.ended()),
                record.cause(),
                Objects.requireNonNull(record.disposition()),
                record.reached(),
                record.talk(),
                record.agent(),
                new NextState(TargetState.EXHAUSTED, record.placed()));
    }
}
