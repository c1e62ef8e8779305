package io.tandem.gateway.http;

/** Thrown by filters, binders and controllers to answer with a {@link Fault}. */
public final class Refusal extends RuntimeException {

    private final transient Fault fault;

    public Refusal(Fault fault) {
        super(fault.toString(), null, false, false);
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }
}
