package io.tandem.persistence;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Work that must run at the same time as other work: each piece has a thread of its own, since rivals that wait for each
 * other starve in a pool that has fewer threads than there are rivals (as the common pool has on two processors).
 */
final class Rivals {

    private Rivals() {}

    static <T> CompletableFuture<T> start(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, Rivals::inAThread);
    }

    static CompletableFuture<Void> run(Runnable work) {
        return CompletableFuture.runAsync(work, Rivals::inAThread);
    }

    private static void inAThread(Runnable work) {
        Thread thread = new Thread(work, "rival");
        thread.setDaemon(true);
        thread.start();
    }
}
