package io.tandem.tests.cluster;

import io.tandem.gateway.Gateway;
import io.tandem.gateway.Settings;
import io.tandem.gateway.engine.CarrierWitness;
import io.tandem.tests.Ledger;
import io.tandem.tests.TandemProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * One life of a gateway as a process: {@code tandem serve} whose carrier's lines go to a ledger that all lives share, and
 * that can be stopped at a {@link Point}.
 */
final class Replica implements AutoCloseable {

    private static final String LIFE = "REPLICA_LIFE";
    private static final String LEDGER = "REPLICA_LEDGER";

    private final TandemProcess process;
    private final int life;
    private final Path ledger;
    private final Path trap;
    private boolean gone;

    private Replica(TandemProcess process, int life, Path ledger) {
        this.process = process;
        this.life = life;
        this.ledger = ledger;
        this.trap = trap(ledger, life);
    }

    private static Path trap(Path ledger, int life) {
        return ledger.resolveSibling("trap" + life);
    }

    /** Starts it and does not wait for it. */
    static Replica launch(Map<String, String> settings, int life, Path ledger) {
        Map<String, String> environment = new LinkedHashMap<>(settings);
        environment.put(LIFE, String.valueOf(life));
        environment.put(LEDGER, ledger.toString());
        return new Replica(TandemProcess.launch(Replica.class, environment, ledger.getParent()), life, ledger);
    }

    int life() {
        return life;
    }

    TandemProcess process() {
        return process;
    }

    /** SIGKILL. */
    void kill() {
        process.kill();
        bury();
    }

    /** It will stop itself there, by that signal. */
    void stopAt(Point point, String signal) {
        write(trap, Trap.set(point, signal));
    }

    /** It is not to stop itself after all; false if it does already. */
    boolean goOn() {
        try {
            return Files.deleteIfExists(trap);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether it has ended, by itself or not. */
    boolean hasEnded() {
        if (!gone && !process.isAlive()) {
            bury();
        }
        return gone;
    }

    private void bury() {
        if (!gone) {
            gone = true;
            process.exit(Duration.ofSeconds(10));
            Ledger.noteDeath(ledger, life);
        }
    }

    /** Whether it has come to the point it was told to stop at. */
    boolean hasStopped() {
        return Files.exists(Trap.sprung(trap));
    }

    /** Ids of the calls that it had claimed and not placed when it stopped itself. */
    List<String> claimedWhenStopped() {
        try {
            return Files.readAllLines(Trap.sprung(trap));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Instant stoppedAt() {
        try {
            return Files.getLastModifiedTime(Trap.sprung(trap)).toInstant();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Path note = Files.createTempFile(file.getParent(), "trap", ".new");
            Files.writeString(note, text);
            Files.move(note, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.close();
    }

    private record LedgerLine(Path file, int life) implements CarrierWitness {
        @Override
        public void accept(String line) {
            Ledger.note(file, life, line);
        }
    }

    /** What runs in the process. */
    public static void main(String[] arguments) throws InterruptedException {
        int life = Integer.parseInt(System.getenv(LIFE));
        Path ledger = Path.of(System.getenv(LEDGER));
        List<Object> beans = new ArrayList<>(new Trap(trap(ledger, life)).beans());
        beans.add(new LedgerLine(ledger, life));
        Gateway gateway = Gateway.start(Settings.of(System.getenv()), beans.toArray());
        System.out.println("Tandem listens on " + gateway.url());
        new CountDownLatch(1).await();
    }
}
