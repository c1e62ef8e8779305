package io.tandem.gateway.time;

/** Waiting between two looks at something that tells nobody when it changes. */
public final class Pause {

    private Pause() {}

    public static void millis(long millis) {
        try {
            interruptibly(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** For threads that are interrupted to end them. */
    public static void interruptibly(long millis) throws InterruptedException {
        Thread.sleep(millis);
    }
}
