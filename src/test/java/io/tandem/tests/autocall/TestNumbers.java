package io.tandem.tests.autocall;

import java.util.List;
import java.util.stream.IntStream;

/** Numbers that script the simulated carrier. (design section 7, "Test numbers") */
final class TestNumbers {

    static final String ANSWERED = "99000";
    static final String BUSY = "99100";
    static final String RINGS_OUT = "99200";

    private static final String[] PREFIXES = {"090", "091", "093", "094", "096", "097", "098"};

    private TestNumbers() {}

    /** Answered, and talks that many seconds of simulated time. */
    static String answered(int seconds) {
        return "990%02d".formatted(seconds);
    }

    /** Busy on the first tries, answered on the next. */
    static String busyFirst(int tries) {
        return "98%d00".formatted(tries);
    }

    /** The {@code index}th number of a script, from 0. */
    static String number(int index, String script) {
        return PREFIXES[index / 100] + "%02d".formatted(index % 100) + script;
    }

    static List<String> numbers(int count, String script) {
        return IntStream.range(0, count)
                .mapToObj(index -> number(index, script))
                .toList();
    }

    /** As the carrier sees it. */
    static String dialled(String number) {
        return "+84" + number.substring(1);
    }
}
