package io.tandem.persistence;

import io.tandem.campaigns.ports.Replicas.Beat;
import io.tandem.campaigns.ports.Replicas.Holding;
import io.tandem.campaigns.ports.Replicas.Link;
import io.tandem.campaigns.ports.Replicas.Notice;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * One replica's session: its heartbeats, the news it hears, and the advisory lock that shows that the process lives. A
 * connection of its own, so that neither a full pool nor a long transaction can cost it its lease.
 *
 * <p>A replica is proved dead when its lease is over and no lock and no session of its process was seen for another lease,
 * on a server that was not restarted since the lock was taken: a process that lives has sessions again by then. One that
 * is merely frozen keeps them.
 */
final class PostgresLink implements Link {

    /** "tan" in ASCII: the class of our advisory locks. */
    private static final int LOCK_CLASS = 0x74616e;

    private static final String IS_TRUSTED =
            "heartbeat_at + lease_micros * INTERVAL '1 microsecond' > clock_timestamp()";

    /** Where to connect. */
    record Address(
            String url, @Nullable String user, @Nullable String password) {

        private Connection connect(Duration patience) throws SQLException {
            Properties properties = new Properties();
            if (user != null) {
                properties.setProperty("user", user);
            }
            if (password != null) {
                properties.setProperty("password", password);
            }
            String seconds = String.valueOf(Math.max(1, patience.toSeconds()));
            properties.setProperty("connectTimeout", seconds);
            properties.setProperty("loginTimeout", seconds);
            properties.setProperty("socketTimeout", seconds);
            return DriverManager.getConnection(url.replaceAll("([?&])socketTimeout=[^&]*&?", "$1"), properties);
        }
    }

    private record Pulse(UUID id, boolean trusted, boolean away) {}

    private final ReplicaName self;
    private final Duration lease;
    private final Duration longestCall;
    private final Connection connection;
    private final Map<UUID, Long> lifelessSince = new HashMap<>();

    PostgresLink(Address address, ReplicaName self, Duration lease, Duration longestCall) {
        this.self = self;
        this.lease = lease;
        this.longestCall = longestCall;
        try {
            connection = address.connect(lease);
        } catch (SQLException e) {
            throw Faults.of(e);
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("LISTEN " + Notices.CHANNEL);
            lock();
            if (!self.isEntered()) {
                enter();
            } else if (!rejoined()) {
                reborn();
            }
        } catch (SQLException e) {
            close();
            throw Faults.of(e);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Shared, so that two names with one key harm nothing: neither is then proved dead while the other lives. */
    private void lock() {
        Sql.first(
                connection,
                "SELECT pg_try_advisory_lock_shared(?, ?)",
                row -> true,
                LOCK_CLASS,
                self.id().hashCode());
    }

    /** The lock first, then the row that says since when its absence proves something. */
    private boolean rejoined() {
        return 1 == Sql.update(connection, """
                        UPDATE replica
                        SET postmaster_at = pg_postmaster_start_time(), heartbeat_at = clock_timestamp()
                        WHERE id = ?
                        """, self.id());
    }

    private void enter() {
        Sql.update(connection, """
                INSERT INTO replica (id, heartbeat_at, lease_micros, leaving, fit, lock_key, sessions, postmaster_at)
                VALUES (?, clock_timestamp(), ?, FALSE, TRUE, ?, ?, pg_postmaster_start_time())
                ON CONFLICT (id) DO UPDATE
                SET heartbeat_at = clock_timestamp(), postmaster_at = pg_postmaster_start_time()
                """, self.id(), lease, self.id().hashCode(), self.sessions());
        self.entered();
        Notices.send(connection, Notices.members(self.id(), false));
    }

    @Override
    public Beat beat(boolean fit) {
        Instant databaseTime = Sql.first(connection, """
                        UPDATE replica
                        SET heartbeat_at = clock_timestamp(), fit = ?
                        WHERE id = ?
                        RETURNING heartbeat_at
                        """, row -> Columns.instant(row, "heartbeat_at"), fit, self.id())
                .orElseGet(this::reborn);
        List<Pulse> all = Sql.list(
                connection,
                "SELECT id, leaving OR NOT fit AS away, " + IS_TRUSTED + " AS trusted FROM replica ORDER BY id",
                row -> new Pulse(Columns.id(row, "id"), row.getBoolean("trusted"), row.getBoolean("away")));
        List<UUID> silent = all.stream()
                .filter(pulse -> !pulse.trusted && !pulse.id.equals(self.id()))
                .map(Pulse::id)
                .toList();
        boolean gone = buryTheDead(silent);
        List<UUID> living = all.stream()
                .filter(pulse -> pulse.trusted && !pulse.away)
                .map(Pulse::id)
                .toList();
        return new Beat(self.id(), lease, living, gone, databaseTime);
    }

    /** The others gave this replica up for dead: it comes back under another name. */
    private Instant reborn() {
        self.renew();
        lock();
        enter();
        return Sql.first(connection, "SELECT clock_timestamp() AS now", row -> Columns.instant(row, "now"))
                .orElseThrow();
    }

    /**
     * Removes the rows of those proved dead, and of those whose calls are long over; whether there were any. What proves a
     * death must be seen for a whole lease: a process that lost its sessions has new ones by then.
     */
    private boolean buryTheDead(List<UUID> silent) {
        lifelessSince.keySet().retainAll(silent);
        if (silent.isEmpty()) {
            return false;
        }
        List<UUID> lifeless = lifeless(silent);
        long now = System.nanoTime();
        lifelessSince.keySet().retainAll(lifeless);
        lifeless.forEach(id -> lifelessSince.putIfAbsent(id, now));
        List<UUID> proved = lifeless.stream()
                .filter(id -> now - Objects.requireNonNull(lifelessSince.get(id)) >= lease.toNanos())
                .toList();
        List<UUID> buried = Sql.list(
                connection,
                "DELETE FROM replica WHERE id = ANY (?) AND NOT (" + IS_TRUSTED + ")"
                        + " AND (id = ANY (?)"
                        + " OR heartbeat_at + (lease_micros + ?) * INTERVAL '1 microsecond' < clock_timestamp())"
                        + " RETURNING id",
                row -> Columns.id(row, "id"),
                Sql.Array.ofUuids(silent),
                Sql.Array.ofUuids(proved),
                longestCall);
        if (!buried.isEmpty()) {
            Notices.send(connection, Notices.members(self.id(), true));
        }
        return !buried.isEmpty();
    }

    /** Those of whom no lock and no session is left, though the server was not restarted. */
    private List<UUID> lifeless(List<UUID> silent) {
        return Sql.list(connection, """
                SELECT r.id
                FROM replica r
                WHERE r.id = ANY (?) AND r.postmaster_at = pg_postmaster_start_time()
                  AND NOT EXISTS (
                    SELECT 1 FROM pg_stat_activity a WHERE a.application_name = r.sessions AND r.sessions <> '')
                  AND NOT EXISTS (
                    SELECT 1 FROM pg_locks l
                    WHERE l.locktype = 'advisory' AND l.granted
                      AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
                      AND l.classid = ?::bigint::oid AND l.objid = (r.lock_key::bigint & 4294967295)::oid)
                """, row -> Columns.id(row, "id"), Sql.Array.ofUuids(silent), LOCK_CLASS);
    }

    @Override
    public List<Holding> holdings() {
        return Holdings.read(connection);
    }

    @Override
    public List<Notice.Forbidden> unacknowledged() {
        return Sql.list(
                connection, """
                SELECT f.tenant, f.epoch
                FROM ownership o
                JOIN forbidding f ON f.tenant = o.tenant AND f.acked < f.epoch
                WHERE o.owner = ?
                """, row -> new Notice.Forbidden(Columns.tenant(row), row.getLong("epoch")), self.id());
    }

    @Override
    public List<Notice> await(Duration longest) {
        try {
            int millis = (int) Math.max(1, Math.min(longest.toMillis(), Integer.MAX_VALUE));
            PGNotification[] heard = connection.unwrap(PGConnection.class).getNotifications(millis);
            List<Notice> notices = new ArrayList<>();
            for (PGNotification each : heard == null ? new PGNotification[0] : heard) {
                Notices.read(each.getParameter(), self.id()).ifPresent(notices::add);
            }
            return notices;
        } catch (SQLException e) {
            throw Faults.of(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            // The session is gone: what was wanted.
        }
    }
}
