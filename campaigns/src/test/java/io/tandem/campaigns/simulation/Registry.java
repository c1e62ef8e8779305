package io.tandem.campaigns.simulation;

import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.Replicas.Holding;
import io.tandem.campaigns.ports.Replicas.Notice;
import io.tandem.campaigns.scheduler.Membership;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The rows by which replicas know of each other: who lives, by the database's clock; who owns which tenant, under which
 * fence; how many forbidding writes there were and how many are taken in. And the sessions that carry their notices and
 * hold their locks.
 */
final class Registry {

    static final Duration LEASE = Duration.ofSeconds(10);
    static final Duration BEAT = LEASE.dividedBy(Membership.BEATS_PER_LEASE);
    /** Nothing that a replica of a simulation places is up for longer. */
    static final Duration LONGEST_CALL = Duration.ofMinutes(2);

    /** A replica's row. */
    static final class Row {
        final UUID id;
        private Instant heartbeat;
        private int server;
        private boolean away;

        private Row(UUID id, Instant heartbeat, int server) {
            this.id = id;
            this.heartbeat = heartbeat;
            this.server = server;
        }

        boolean isTrusted(Instant now) {
            return heartbeat.plus(LEASE).isAfter(now);
        }
    }

    private static final class Tenure {
        private @Nullable UUID owner;
        private long fence;
        private long epoch;
        private long acked;
    }

    /** Is told of rows that are removed: of those proved dead, and of those whose calls are over whatever they are. */
    interface Mourner {
        void buried(UUID replica, boolean proved);
    }

    /** Whether a replica has sessions but the one that tells of it. */
    interface Signs {
        boolean hasSessions(UUID replica);
    }

    private final InstantSource clock;
    private final Supplier<Duration> lateness;
    private final Map<UUID, Row> rows = new TreeMap<>();
    private final Map<TenantId, Tenure> tenures = new LinkedHashMap<>();
    private final List<Session> sessions = new ArrayList<>();
    private Mourner mourner = (replica, proved) -> {};
    private Signs signs = replica -> false;
    private int server;
    private long changes;

    /** @param lateness how late the next notice comes */
    Registry(InstantSource clock, Supplier<Duration> lateness) {
        this.clock = clock;
        this.lateness = lateness;
    }

    void tell(Mourner newMourner, Signs newSigns) {
        mourner = newMourner;
        signs = newSigns;
    }

    void tenant(TenantId tenant) {
        tenures.put(tenant, new Tenure());
    }

    private Tenure of(TenantId tenant) {
        return Objects.requireNonNull(tenures.get(tenant));
    }

    // ---- who lives

    /** Counts whatever may change who lives. */
    long changes() {
        return changes;
    }

    void enter(Name name) {
        rows.put(name.id(), new Row(name.id(), clock.instant(), server));
        name.entered();
        changes++;
        send(name.id(), new Notice.Members(false));
    }

    /** Whether there was a row of the name still. */
    boolean rejoin(UUID id) {
        Row row = rows.get(id);
        if (row == null) {
            return false;
        }
        row.server = server;
        row.heartbeat = clock.instant();
        changes++;
        return true;
    }

    /** Whether there is a row whose lease is prolonged now. */
    boolean beat(UUID id, Instant at) {
        Row row = rows.get(id);
        if (row == null) {
            return false;
        }
        changes += row.isTrusted(at) ? 0 : 1;
        row.heartbeat = at;
        return true;
    }

    List<Row> rows() {
        return List.copyOf(rows.values());
    }

    List<UUID> living() {
        Instant now = clock.instant();
        return rows.values().stream()
                .filter(row -> row.isTrusted(now) && !row.away)
                .map(row -> row.id)
                .toList();
    }

    boolean isKnown(UUID replica) {
        return rows.containsKey(replica);
    }

    boolean isTrusted(UUID replica) {
        Row row = rows.get(replica);
        return row != null && row.isTrusted(clock.instant());
    }

    /** Until when the others trust it; the beginning of time if it has no row. */
    Instant trustedUntil(UUID replica) {
        Row row = rows.get(replica);
        return row == null ? Instant.MIN : row.heartbeat.plus(LEASE);
    }

    void leave(UUID id) {
        Row row = rows.get(id);
        if (row != null) {
            row.away = true;
        }
        changes++;
        send(id, new Notice.Members(false));
    }

    void forget(UUID id) {
        rows.remove(id);
        changes++;
        send(id, new Notice.Members(false));
    }

    /**
     * Removes the rows of those proved dead, and of those whose calls are long over.
     *
     * @param lifelessSince since when the session {@code by} has seen of whom that there is no sign of life
     */
    boolean buryTheDead(UUID by, Map<UUID, Instant> lifelessSince) {
        Instant now = clock.instant();
        Map<UUID, Boolean> dead = new LinkedHashMap<>();
        for (Row row : rows.values()) {
            if (row.id.equals(by) || row.isTrusted(now)) {
                lifelessSince.remove(row.id);
                continue;
            }
            if (row.server == server && !isLocked(row.id) && !signs.hasSessions(row.id)) {
                lifelessSince.putIfAbsent(row.id, now);
            } else {
                lifelessSince.remove(row.id);
            }
            Instant since = lifelessSince.get(row.id);
            boolean proved = since != null && !since.plus(LEASE).isAfter(now);
            if (proved || row.heartbeat.plus(LEASE).plus(LONGEST_CALL).isBefore(now)) {
                dead.put(row.id, proved);
            }
        }
        dead.forEach((id, proof) -> {
            rows.remove(id);
            mourner.buried(id, proof);
        });
        if (!dead.isEmpty()) {
            changes++;
            send(by, new Notice.Members(true));
        }
        return !dead.isEmpty();
    }

    private boolean isLocked(UUID id) {
        return sessions.stream().anyMatch(session -> session.holds(id));
    }

    // ---- sessions

    void open(Session session) {
        sessions.add(session);
    }

    void closed(Session session) {
        sessions.remove(session);
        changes++;
    }

    /** No session outlives the server, and no lock; rows do. */
    void restart() {
        server++;
        changes++;
        List.copyOf(sessions).forEach(Session::breakOff);
    }

    private void send(UUID sender, Notice notice) {
        boolean known = notice instanceof Notice.Changed || notice instanceof Notice.Acknowledged;
        for (Session session : sessions) {
            if (!known || !session.isOf(sender)) {
                session.post(sender, notice, clock.instant().plus(lateness.get()));
            }
        }
    }

    void sendChanged(UUID sender, TenantId tenant) {
        send(sender, new Notice.Changed(tenant));
    }

    // ---- who owns what

    List<Holding> holdings() {
        return tenures.entrySet().stream()
                .map(entry -> new Holding(entry.getKey(), entry.getValue().owner))
                .toList();
    }

    @Nullable
    UUID ownerOf(TenantId tenant) {
        return of(tenant).owner;
    }

    /** Negative for whoever is not the owner. */
    long fence(TenantId tenant, UUID reader) {
        Tenure tenure = of(tenant);
        return reader.equals(tenure.owner) ? tenure.fence : -1;
    }

    boolean holds(TenantId tenant, @Nullable Long fence) {
        return fence != null && of(tenant).fence == fence;
    }

    boolean raiseFence(TenantId tenant, UUID replica) {
        Tenure tenure = of(tenant);
        if (tenure.owner != null && !tenure.owner.equals(replica) && isTrusted(tenure.owner)) {
            return false;
        }
        tenure.owner = replica;
        tenure.fence++;
        // Whoever owns it from now on reads it anew first.
        tenure.acked = tenure.epoch;
        return true;
    }

    void release(TenantId tenant, UUID replica) {
        Tenure tenure = of(tenant);
        if (replica.equals(tenure.owner)) {
            tenure.owner = null;
            send(replica, new Notice.Free(tenant));
        }
    }

    // ---- forbidding writes

    long raiseEpoch(TenantId tenant, UUID writer) {
        long epoch = ++of(tenant).epoch;
        send(writer, new Notice.Forbidden(tenant, epoch));
        return epoch;
    }

    long epoch(TenantId tenant) {
        return of(tenant).epoch;
    }

    boolean isTakenIn(TenantId tenant, long epoch) {
        Tenure tenure = of(tenant);
        return tenure.acked >= epoch || tenure.owner == null || !isTrusted(tenure.owner);
    }

    void acknowledge(Notice.Forbidden write, UUID by) {
        Tenure tenure = of(write.tenant());
        if (by.equals(tenure.owner)) {
            tenure.acked = Math.max(tenure.acked, write.epoch());
        }
        send(by, new Notice.Acknowledged(write.tenant()));
    }

    List<Notice.Forbidden> unacknowledged(UUID owner) {
        return tenures.entrySet().stream()
                .filter(entry -> owner.equals(entry.getValue().owner)
                        && entry.getValue().acked < entry.getValue().epoch)
                .map(entry -> new Notice.Forbidden(entry.getKey(), entry.getValue().epoch))
                .toList();
    }
}
