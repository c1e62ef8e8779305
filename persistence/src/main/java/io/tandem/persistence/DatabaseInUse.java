package io.tandem.persistence;

/** Another process runs on the database; the message is a sentence for the operator. */
public final class DatabaseInUse extends RuntimeException {

    DatabaseInUse(Throwable cause) {
        super("Another gateway runs on this database; only one may. Stop it first, or use another database.", cause);
    }
}
