package io.tandem.campaigns.simulation;

import java.util.UUID;

/** What a process is known by to the others; another one once they have given it up for dead. */
final class Name {

    private UUID id;
    private boolean entered;

    Name(UUID id) {
        this.id = id;
    }

    UUID id() {
        return id;
    }

    /** Whether there is, or was, a row of this name. */
    boolean isEntered() {
        return entered;
    }

    void entered() {
        entered = true;
    }

    void renew(UUID another) {
        id = another;
        entered = false;
    }
}
