package io.tandem.campaigns.simulation;

/**
 * What happened, in order, as one number (FNV-1a): two lives with the same hash were the same life. With {@code
 * -Dsimulation.trace=true} it prints every event.
 */
final class EventHash {

    private static final long PRIME = 0x100000001B3L;

    private static final boolean TRACE = Boolean.getBoolean("simulation.trace");

    private long hash = 0xCBF29CE484222325L;

    void add(String event) {
        if (TRACE) {
            System.out.println(event);
        }
        for (int i = 0; i < event.length(); i++) {
            hash = (hash ^ event.charAt(i)) * PRIME;
        }
        hash = (hash ^ '\n') * PRIME;
    }

    @Override
    public String toString() {
        return String.format("%016x", hash);
    }
}
