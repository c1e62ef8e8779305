package io.tandem.persistence;

import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What this process is called among the replicas: by its row, its claims and the tenants it owns. */
@Singleton
final class ReplicaName {

    private final String sessions;
    private volatile UUID id = UUID.randomUUID();
    private volatile boolean entered;

    /** @param sessions what the process's sessions are called at the database; null where nobody asks */
    ReplicaName(@Nullable @Property(name = "tandem.sessions") String sessions) {
        this.sessions = sessions == null ? "" : sessions;
    }

    /** What the sessions of this process are called at the database, as long as it lives. */
    String sessions() {
        return sessions;
    }

    UUID id() {
        return id;
    }

    /** Whether the others know it. */
    boolean isEntered() {
        return entered;
    }

    void entered() {
        entered = true;
    }

    /** For the process that was given up for dead: nothing of what it was counts any more. */
    void renew() {
        id = UUID.randomUUID();
    }
}
