package io.tandem.persistence;

import io.micronaut.context.annotation.Requires;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.Replicas;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The one process on an embedded H2, whose file locks itself: whoever wrote to it before is dead. What this process says
 * to the others it says to itself.
 */
@Singleton
@Requires(property = "datasources.default.url", pattern = "jdbc:h2:.*")
final class LocalReplicas implements Replicas {

    private final Database database;
    private final ReplicaName self;
    private final BlockingQueue<Notice> notices = new LinkedBlockingQueue<>();
    private volatile boolean leaving;

    LocalReplicas(Database database, ReplicaName self) {
        this.database = database;
        this.self = self;
    }

    @Override
    public Link join() {
        database.asOperator(connection -> {
            Sql.update(connection, "DELETE FROM replica");
            return Sql.update(connection, """
                    INSERT INTO replica (id, heartbeat_at, lease_micros, leaving, fit, lock_key, sessions)
                    VALUES (?, CURRENT_TIMESTAMP, 0, FALSE, TRUE, 0, '')
                    """, self.id());
        });
        return new LocalLink();
    }

    @Override
    public void leave() {
        leaving = true;
        notices.add(new Notice.Members(false));
    }

    @Override
    public void forget() {
        database.asOperator(connection -> Sql.update(connection, "DELETE FROM replica WHERE id = ?", self.id()));
    }

    @Override
    public void created(TenantId tenant) {
        notices.add(new Notice.Free(tenant));
    }

    @Override
    public void changed(TenantId tenant) {
        // The only scheduler there is knows.
    }

    @Override
    public long epoch(TenantId tenant) {
        return database.asOperator(
                connection -> Sql.number(connection, "SELECT epoch FROM forbidding WHERE tenant = ?", tenant));
    }

    /** The scheduler has had its turn, and reads the tenant before it decides anything more. */
    @Override
    public boolean isTakenIn(TenantId tenant, long epoch) {
        return true;
    }

    @Override
    public void acknowledge(Notice.Forbidden write) {
        // Nobody else waits.
    }

    private final class LocalLink implements Link {

        @Override
        public Beat beat(boolean fit) {
            List<UUID> living = leaving || !fit ? List.of() : List.of(self.id());
            return new Beat(self.id(), null, living, false, null);
        }

        @Override
        public List<Holding> holdings() {
            return database.asOperator(Holdings::read);
        }

        @Override
        public List<Notice.Forbidden> unacknowledged() {
            return List.of();
        }

        @Override
        public List<Notice> await(Duration longest) throws InterruptedException {
            List<Notice> heard = new ArrayList<>();
            Notice first = notices.poll(longest.toNanos(), TimeUnit.NANOSECONDS);
            if (first != null) {
                heard.add(first);
                notices.drainTo(heard);
            }
            return heard;
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }
}
