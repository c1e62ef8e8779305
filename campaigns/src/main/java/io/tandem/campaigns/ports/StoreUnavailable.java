package io.tandem.campaigns.ports;

/** The database cannot be reached, or gave up; for a commit whose answer was lost it is unknown whether it held. */
public final class StoreUnavailable extends RuntimeException {

    public StoreUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
