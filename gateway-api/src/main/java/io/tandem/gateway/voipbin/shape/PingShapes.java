package io.tandem.gateway.voipbin.shape;

/** {@code GET /ping}. (1.9) */
public final class PingShapes {

    private PingShapes() {}

    /** The gateway is there. */
    public record Pong(String message) {}
}
