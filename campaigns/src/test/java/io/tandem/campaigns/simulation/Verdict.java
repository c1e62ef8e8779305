package io.tandem.campaigns.simulation;

import java.util.ArrayList;
import java.util.List;

/** Takes in broken promises by their number in design section 5. */
final class Verdict {

    final List<String> broken = new ArrayList<>();

    void broken(int promise, String how) {
        broken.add(promise + ": " + how);
    }

    /** A checker itself failed. */
    void failed(RuntimeException checker) {
        StackTraceElement[] trace = checker.getStackTrace();
        broken.add("0: a checker failed: " + checker + (trace.length == 0 ? "" : " at " + trace[0]));
    }

    boolean isSound() {
        return broken.isEmpty();
    }
}
