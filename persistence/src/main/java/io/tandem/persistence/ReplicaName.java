package io.tandem.persistence;

import jakarta.inject.Singleton;
import java.util.UUID;

/** What this process is called among the replicas: by its row, its claims and the tenants it owns. */
@Singleton
final class ReplicaName {

    private volatile UUID id = UUID.randomUUID();
    private volatile boolean entered;

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
