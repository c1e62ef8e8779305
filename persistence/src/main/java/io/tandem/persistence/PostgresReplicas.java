package io.tandem.persistence;

import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.Replicas;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The replicas on one PostgreSQL: rows say who lives and owns what, NOTIFY carries the news. */
@Singleton
@Requires(property = "datasources.default.url", pattern = "jdbc:postgresql:.*")
final class PostgresReplicas implements Replicas {

    private final Database database;
    private final ReplicaName self;
    private final PostgresLink.Address address;
    private final Duration lease;
    private final Duration longestCall;

    /**
     * @param lease how long a replica is trusted without a heartbeat
     * @param longestCall nothing that a replica placed is up for longer
     */
    PostgresReplicas(
            Database database,
            ReplicaName self,
            @Property(name = "datasources.default.url") String url,
            @Nullable @Property(name = "datasources.default.username") String user,
            @Nullable @Property(name = "datasources.default.password") String password,
            @Property(name = "tandem.lease", defaultValue = "PT10S") Duration lease,
            @Property(name = "tandem.longest-call", defaultValue = "PT2H") Duration longestCall) {
        this.database = database;
        this.self = self;
        this.address = new PostgresLink.Address(url, user, password);
        this.lease = lease;
        this.longestCall = longestCall;
    }

    @Override
    public Link join() {
        return new PostgresLink(address, self, lease, longestCall);
    }

    @Override
    public void leave() {
        write(connection -> {
            Sql.update(connection, "UPDATE replica SET leaving = TRUE WHERE id = ?", self.id());
            return Notices.members(self.id(), false);
        });
    }

    @Override
    public void forget() {
        write(connection -> {
            Sql.update(connection, "DELETE FROM replica WHERE id = ?", self.id());
            return Notices.members(self.id(), false);
        });
    }

    @Override
    public void created(TenantId tenant) {
        write(connection -> Notices.free(self.id(), tenant));
    }

    @Override
    public void changed(TenantId tenant) {
        write(connection -> Notices.changed(self.id(), tenant));
    }

    @Override
    public long epoch(TenantId tenant) {
        return database.asOperator(
                connection -> Sql.number(connection, "SELECT epoch FROM forbidding WHERE tenant = ?", tenant));
    }

    @Override
    public boolean isTakenIn(TenantId tenant, long epoch) {
        return database.asOperator(connection -> Sql.exists(connection, """
                SELECT 1
                FROM forbidding f
                JOIN ownership o ON o.tenant = f.tenant
                LEFT JOIN replica r
                  ON r.id = o.owner
                 AND r.heartbeat_at + r.lease_micros * INTERVAL '1 microsecond' > clock_timestamp()
                WHERE f.tenant = ? AND (f.acked >= ? OR r.id IS NULL)
                """, tenant, epoch));
    }

    @Override
    public void acknowledge(Notice.Forbidden write) {
        write(connection -> {
            Sql.update(connection, """
                    UPDATE forbidding
                    SET acked = GREATEST(acked, ?)
                    WHERE tenant = ? AND EXISTS (SELECT 1 FROM ownership o WHERE o.tenant = ? AND o.owner = ?)
                    """, write.epoch(), write.tenant(), write.tenant(), self.id());
            return Notices.acknowledged(self.id(), write.tenant());
        });
    }

    /** Runs the work in a transaction and sends the notice that it returns. */
    private void write(Function<Connection, String> work) {
        database.asOperator(connection -> {
            Notices.send(connection, work.apply(connection));
            return true;
        });
    }
}
