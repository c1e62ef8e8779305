package io.tandem.persistence;

import io.micronaut.data.connection.exceptions.ConnectionException;
import io.micronaut.data.connection.jdbc.exceptions.CannotGetJdbcConnectionException;
import io.micronaut.transaction.exceptions.TransactionException;
import io.tandem.campaigns.ports.StoreUnavailable;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransactionRollbackException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;

/**
 * What a database error means to the hub, decided in this one place: the database is away or gave up
 * ({@link StoreUnavailable}: worth another try), a unique key is taken ({@link KeyTaken}), or this code is wrong.
 */
final class Faults {

    /**
     * Classes of SQLSTATE after which the same work may succeed: connection, insufficient resources, operator
     * intervention (shutdown, cancelled statement), transaction rollback (deadlock, serialization), system error.
     */
    private static final Set<String> GAVE_UP_CLASSES = Set.of("08", "40", "53", "57", "58");

    /**
     * The same as single codes: lock not had in time (PostgreSQL 55P03, H2 HYT00), read-only after a failover (25006),
     * and H2's own: file in use or lost, database closed, connection broken, transaction rolled back by a deadlock.
     */
    private static final Set<String> GAVE_UP_CODES =
            Set.of("55P03", "HYT00", "25006", "90020", "90028", "90031", "90067", "90098", "90108", "90121", "90131");

    private static final String UNIQUE_VIOLATION = "23505";

    private Faults() {}

    /** A unique key has this value already. */
    static final class KeyTaken extends RuntimeException {
        KeyTaken(SQLException cause) {
            super("a unique key is taken", cause);
        }

        /** Whether it was the named unique index that refused. */
        boolean isOf(String index) {
            Throwable cause = getCause();
            String message = cause == null ? null : cause.getMessage();
            return message != null && message.contains(index);
        }
    }

    static RuntimeException of(SQLException error) {
        for (SQLException each = error; each != null; each = each.getNextException()) {
            if (gaveUp(each)) {
                return new StoreUnavailable("the database is unavailable (SQLSTATE " + each.getSQLState() + ")", error);
            }
            if (UNIQUE_VIOLATION.equals(each.getSQLState())) {
                return new KeyTaken(each);
            }
        }
        return new IllegalStateException("the database refused a statement", error);
    }

    /**
     * What Micronaut throws when it cannot begin, commit or roll back a transaction: nobody knows then what it left.
     * Any other exception is the work's own and stays as it is. (Its three exceptions have no common parent.)
     */
    static RuntimeException of(RuntimeException error) {
        if (error instanceof CannotGetJdbcConnectionException || error instanceof ConnectionException) {
            return new StoreUnavailable("the database cannot be reached", error);
        }
        return error instanceof TransactionException
                ? new StoreUnavailable("the database transaction failed", error)
                : error;
    }

    private static boolean gaveUp(SQLException error) {
        if (error instanceof SQLTransientConnectionException
                || error instanceof SQLNonTransientConnectionException
                || error instanceof SQLRecoverableException
                || error instanceof SQLTransactionRollbackException
                || error instanceof SQLTimeoutException) {
            return true;
        }
        String state = error.getSQLState();
        return state != null
                && (GAVE_UP_CODES.contains(state) || (state.length() == 5 && GAVE_UP_CLASSES.contains(classOf(state))));
    }

    private static String classOf(String state) {
        return state.substring(0, 2);
    }
}
