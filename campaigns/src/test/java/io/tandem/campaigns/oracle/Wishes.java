package io.tandem.campaigns.oracle;

import io.tandem.campaigns.oracle.Wish.AutocallPlan;
import io.tandem.campaigns.oracle.Wish.Fate;
import io.tandem.campaigns.oracle.Wish.Fate.Kind;
import io.tandem.campaigns.oracle.Wish.Lead;
import io.tandem.campaigns.oracle.Wish.Outplan;
import io.tandem.campaigns.oracle.Wish.Plan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Draws campaigns: made by v3, made by v1.0, or made by v1.0 and then edited by v3. The same seed draws the same one. */
public final class Wishes {

    private static final long MILLI = 1_000_000L;
    private static final List<String> WORDS = List.of(
            "answered",
            "busy",
            "failed",
            "no-answered",
            "not-available",
            "voicemail",
            "invalid-number",
            "phone-block",
            "congestion");
    private static final int[] CAUSES = {
        1, 2, 3, 16, 17, 18, 19, 20, 21, 22, 25, 26, 27, 28, 29, 31, 34, 38, 41, 42, 43, 44, 46, 47, 50, 52, 53, 54, 55,
        56, 57, 58, 63, 65, 69, 70, 79, 87, 88, 95, 102, 111, 127
    };

    private final SplittableRandom chance;
    private final long longestTalk;

    public Wishes(long seed, long longestTalk) {
        this.chance = new SplittableRandom(seed);
        this.longestTalk = longestTalk;
    }

    public Wish draw() {
        boolean autocall = chance.nextBoolean();
        boolean editedByV3 = autocall || oneIn(4);
        int leads = 1 + chance.nextInt(4);
        int calls = autocall && oneIn(50) ? 0 : oneIn(2) ? 1 : 1 + chance.nextInt(2 * leads);
        int limit = editedByV3 && oneIn(3) ? 1 + chance.nextInt(6) : 0;
        long start = chance.nextLong(7 * 86_400) * RetryOracle.SECOND + chance.nextInt(1000) * MILLI;
        List<Lead> all = new ArrayList<>();
        for (int i = 0; i < leads; i++) {
            all.add(lead(autocall, i, limit, autocall && calls >= leads, start));
        }
        return new Wish(
                calls,
                plan(autocall, calls >= leads),
                editedByV3 ? words() : null,
                limit,
                editedByV3 && oneIn(2),
                autocall || oneIn(8) ? schedules() : List.of(),
                !autocall && !oneIn(3),
                start,
                oneIn(8) ? doNotCall(all) : Set.of(),
                all);
    }

    /**
     * Without a delay a target is due at the very instant its call ends, together with those that waited for the slot:
     * the contract does not say who is first then, so that is drawn only where there is a slot for each.
     */
    private Plan plan(boolean autocall, boolean slotForEach) {
        if (autocall) {
            boolean minute = chance.nextBoolean();
            int minutes = minute ? 1 + (oneIn(10) ? chance.nextInt(43_200) : chance.nextInt(90)) : chance.nextInt(3);
            return new AutocallPlan(
                    oneIn(20) ? chance.nextInt(21) : chance.nextInt(4),
                    minute ? "minute" : "after",
                    minutes,
                    5 + chance.nextInt(oneIn(4) ? 176 : 30));
        }
        List<Integer> most = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            most.add(oneIn(3) ? 0 : 1 + chance.nextInt(3));
        }
        long[] intervals = {0, 1, 500, 2_000, 9_999, 10_000, 60_000, 61_500, 7_200_000};
        int first = slotForEach ? 0 : 1;
        return new Outplan(most, intervals[chance.nextInt(first, intervals.length)], 1_000 + chance.nextInt(60_000));
    }

    private List<String> words() {
        if (oneIn(3)) {
            return WORDS.subList(1, WORDS.size());
        }
        List<String> some = new ArrayList<>();
        for (String word : WORDS) {
            if (chance.nextBoolean()) {
                some.add(word);
            }
        }
        return some;
    }

    private List<List<Long>> schedules() {
        List<List<Long>> all = new ArrayList<>();
        for (int i = 0; i < (oneIn(5) ? 2 : 1); i++) {
            long[] week = new long[14];
            boolean sameEachDay = chance.nextBoolean();
            for (int day = 0; day < 7; day++) {
                if (day > 0 && sameEachDay) {
                    week[2 * day] = week[0];
                    week[2 * day + 1] = week[1];
                } else {
                    window(week, day);
                }
            }
            all.add(Arrays.stream(week).boxed().toList());
        }
        return all;
    }

    private void window(long[] week, int day) {
        switch (chance.nextInt(6)) {
            case 0 -> {}
            case 1, 2 -> week[2 * day + 1] = RetryOracle.DAY;
            case 3 -> {
                week[2 * day] = 28_800 * RetryOracle.SECOND;
                week[2 * day + 1] = 75_600 * RetryOracle.SECOND;
            }
            case 4 -> {
                week[2 * day] = chance.nextLong(RetryOracle.DAY);
                week[2 * day + 1] = chance.nextLong(RetryOracle.DAY + 1);
            }
            default -> {
                week[2 * day] = chance.nextInt(25) * 3_600 * RetryOracle.SECOND;
                week[2 * day + 1] = chance.nextInt(25) * 3_600 * RetryOracle.SECOND;
            }
        }
    }

    private Lead lead(boolean autocall, int place, int limit, boolean mayBeLater, long start) {
        List<@Nullable String> destinations = new ArrayList<>();
        List<List<Fate>> fates = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            destinations.add(destination(autocall, place, i));
            List<Fate> tries = new ArrayList<>();
            for (int n = 0; n < 1 + chance.nextInt(4); n++) {
                tries.add(fate(limit));
            }
            fates.add(tries);
        }
        long midnight = Math.floorDiv(start, RetryOracle.DAY) * RetryOracle.DAY;
        boolean later = mayBeLater && oneIn(5);
        return new Lead(destinations, later ? midnight + (1 + chance.nextInt(9)) * RetryOracle.DAY : start, fates);
    }

    private @Nullable String destination(boolean autocall, int place, int i) {
        String number = "+84903" + (100_000 + 10 * place + i);
        if (autocall) {
            return i == 0 ? number : null;
        }
        if (oneIn(10)) {
            return "someone" + place + i + "@example.com";
        }
        return oneIn(3) ? null : number;
    }

    /** Never ends exactly with a ring timeout: the contract does not say which comes first then. */
    private Fate fate(int limit) {
        boolean rings = chance.nextBoolean();
        long after = oneIn(4) ? 0 : chance.nextInt(40_000) * MILLI + 1;
        int kind = chance.nextInt(20);
        if (kind < 7) {
            return new Fate(Kind.ANSWERED, rings, after, talk(limit), 0);
        }
        if (kind < 14) {
            return new Fate(Kind.ENDED, rings, after, 0, oneIn(3) ? 17 : CAUSES[chance.nextInt(CAUSES.length)]);
        }
        return switch (kind) {
            case 14, 15 -> new Fate(Kind.MAILBOX, rings, after, 0, 0);
            case 16 -> new Fate(Kind.MUTE, rings, 0, 0, 0);
            case 17 -> new Fate(Kind.REFUSED, false, 0, 0, 0);
            default -> new Fate(Kind.SILENT, rings, 0, 0, 0);
        };
    }

    private long talk(int limit) {
        return switch (chance.nextInt(6)) {
            case 0 -> limit * RetryOracle.SECOND;
            case 1 -> Math.max(0, limit * RetryOracle.SECOND - 1);
            case 2 -> longestTalk + chance.nextInt(2) * RetryOracle.SECOND;
            case 3 -> 100 * MILLI;
            default -> chance.nextInt(20_000) * MILLI;
        };
    }

    private Set<String> doNotCall(List<Lead> leads) {
        Set<String> listed = new HashSet<>();
        for (Lead lead : leads) {
            for (String to : lead.destinations()) {
                if (to != null && to.startsWith("+") && oneIn(3)) {
                    listed.add(to);
                }
            }
        }
        return listed;
    }

    private boolean oneIn(int n) {
        return chance.nextInt(n) == 0;
    }
}
