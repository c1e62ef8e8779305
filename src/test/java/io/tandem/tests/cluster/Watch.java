package io.tandem.tests.cluster;

import io.tandem.gateway.engine.CarrierWitness;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Sees the lines of the carriers of several gateways in this process, in one order and as they are written. */
final class Watch {

    private final List<Line> lines = new ArrayList<>();

    /**
     * @param index its place among all
     * @param nanos when, by {@link System#nanoTime}
     * @param gateway whose carrier
     */
    record Line(int index, long nanos, int gateway, String text) {

        /** Whether a call was placed of a campaign or tenant, or to a number. */
        boolean isPlacedFor(Object whom) {
            return text.contains("\"event\":\"placed\"") && text.contains("\"" + whom + "\"");
        }
    }

    /** To be given to one gateway as a bean. */
    CarrierWitness of(int gateway) {
        return new OfGateway(this, gateway);
    }

    private record OfGateway(Watch watch, int gateway) implements CarrierWitness {
        @Override
        public void accept(String line) {
            watch.add(gateway, line);
        }
    }

    private synchronized void add(int gateway, String text) {
        lines.add(new Line(lines.size(), System.nanoTime(), gateway, text));
        notifyAll();
    }

    /** Lines so far. */
    synchronized int size() {
        return lines.size();
    }

    /** The lines from the {@code from}th to before the {@code to}th. */
    synchronized List<Line> between(int from, int to) {
        return List.copyOf(lines.subList(from, to));
    }

    List<Line> from(int from) {
        return between(from, size());
    }

    /** The first call placed for whom, from that line on; fails if there is none within a minute. */
    Line awaitPlaced(UUID whom, int from) throws InterruptedException {
        long end = System.nanoTime() + 60_000_000_000L;
        int read = from;
        while (System.nanoTime() < end) {
            for (Line line : from(read)) {
                read++;
                if (line.isPlacedFor(whom)) {
                    return line;
                }
            }
            synchronized (this) {
                if (lines.size() == read) {
                    wait(100);
                }
            }
        }
        throw new AssertionError("no call for " + whom);
    }
}
