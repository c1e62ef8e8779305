package io.tandem.tests.cluster;

import io.tandem.tests.Api;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Replicas on one database, as processes, with one ledger; all are killed when closed. */
final class Fleet implements AutoCloseable {

    private final Map<String, String> settings;
    private final Path ledger;
    private final List<Replica> replicas = new ArrayList<>();

    Fleet(Map<String, String> settings, Path ledger) {
        this.settings = settings;
        this.ledger = ledger;
    }

    /** Starts one more and does not wait for it. */
    Replica launch() {
        Replica replica = Replica.launch(settings, replicas.size(), ledger);
        replicas.add(replica);
        return replica;
    }

    /** Returns when all that are alive serve. */
    void awaitServing() {
        replicas.stream()
                .filter(replica -> !replica.hasEnded())
                .forEach(replica -> replica.process().awaitServing());
    }

    /** Those that are alive and serve. */
    List<Replica> serving() {
        return replicas.stream()
                .filter(replica -> !replica.hasEnded() && replica.process().isServing())
                .toList();
    }

    /** The replica of that life if it is alive and serves. */
    Optional<Replica> serving(int life) {
        return serving().stream().filter(replica -> replica.life() == life).findFirst();
    }

    /** Speaks to any that serves, without credentials. */
    Api api() {
        return serving().get(0).process().api();
    }

    @Override
    public void close() {
        replicas.forEach(Replica::close);
    }
}
