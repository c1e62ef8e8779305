package io.tandem.translators.voipbin;

/**
 * A request that could not even be read, before any rule of the dialect was asked; nothing was written. Its reason is
 * the {@code error.reason} of the 400 that answers it. A document that was read and breaks a rule is a
 * {@link io.tandem.campaigns.service.Failure.Invalid} instead, reason {@code INVALID_ARGUMENT}. (voipbin-v1.md, 1.1)
 */
public final class WireFault extends RuntimeException {

    /** The words of {@code error.reason}. */
    public enum Reason {
        /** The body is not JSON, not an object, or a field has the wrong JSON type. */
        INVALID_JSON_BODY,
        /** A query parameter that cannot be read. */
        INVALID_REQUEST_PARAMETER,
        /** A path id that is no UUID, or the nil one. */
        INVALID_ID
    }

    private final Reason reason;
    private final String field;

    WireFault(Reason reason, String field, String sentence) {
        super(sentence, null, false, false);
        this.reason = reason;
        this.field = field;
    }

    public Reason reason() {
        return reason;
    }

    /** The wire name of the field or parameter, empty when it is the whole body. */
    public String field() {
        return field;
    }

    /** A sentence for the client; it names the field. */
    public String sentence() {
        return String.valueOf(getMessage());
    }

    static WireFault body(String sentence) {
        return new WireFault(Reason.INVALID_JSON_BODY, "", sentence);
    }

    static WireFault type(String field, String expected) {
        return new WireFault(Reason.INVALID_JSON_BODY, field, field + " must be " + expected + ".");
    }

    static WireFault parameter(String name, String expected) {
        return new WireFault(Reason.INVALID_REQUEST_PARAMETER, name, name + " must be " + expected + ".");
    }

    static WireFault pathId() {
        return new WireFault(Reason.INVALID_ID, "id", "The provided id is not a valid UUID.");
    }
}
