package io.tandem.campaigns.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.campaigns.oracle.RetryOracle;
import io.tandem.campaigns.oracle.Story;
import io.tandem.campaigns.oracle.Story.LeadStory;
import io.tandem.campaigns.oracle.Story.Try;
import io.tandem.campaigns.oracle.Wish;
import io.tandem.campaigns.oracle.Wish.AutocallPlan;
import io.tandem.campaigns.oracle.Wishes;
import io.tandem.campaigns.scheduler.Scheduler;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The scheduler does with random campaigns exactly what the contracts' words say: which destinations are tried, in which
 * order, how often, at which instant, and what is left at the end. A failing one is replayed with {@code
 * -Doracle.seed=<seed> -Doracle.campaigns=1}.
 */
class RetryOracleTest {

    private static final long FIRST = Long.getLong("oracle.seed", 1);
    private static final int CAMPAIGNS = Integer.getInteger("oracle.campaigns", 50_000);
    private static final int ENOUGH_TO_FIND = 3_000;
    private static final long TALK = RealLife.LONGEST_TALK.toNanos();
    private static final long GRACE = RealLife.GRACE.toNanos();

    /** Kept: a logger that nobody holds forgets its level. The scheduler warns of every call a carrier refuses. */
    private static final Logger WARNINGS = Logger.getLogger(Scheduler.class.getName());

    private final Map<String, Integer> seen = new TreeMap<>();

    @BeforeAll
    static void quietly() {
        WARNINGS.setLevel(Level.OFF);
    }

    @AfterAll
    static void loudly() {
        WARNINGS.setLevel(null);
    }

    @Test
    void doesWhatTheContractsSay() {
        RetryOracle oracle = new RetryOracle(TALK, GRACE);
        long began = cpuTime();
        for (long seed = FIRST; seed < FIRST + CAMPAIGNS; seed++) {
            Wish wish = new Wishes(seed, TALK).draw();

            Story told = oracle.tell(wish);
            Story lived = new RealLife(wish).live();

            if (!lived.equals(told)) {
                assertThat(lived)
                        .as("replay with -Doracle.seed=%d -Doracle.campaigns=1: %s", seed, wish)
                        .isEqualTo(told);
            }
            count(wish, told);
        }
        System.out.printf(
                "oracle: %d campaigns from seed %d in %d ms of processor time, %s%n",
                CAMPAIGNS, FIRST, (cpuTime() - began) / 1_000_000, seen);
        if (CAMPAIGNS >= 10_000) {
            assertThat(seen.keySet()).as("what was never hit proves nothing").containsExactlyInAnyOrder(PROPERTIES);
        }
    }

    private static long cpuTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    static Stream<Named<RetryOracle>> wrongOnes() {
        return Stream.of(
                Named.of("recall_times as attempts", new RetryOracle(TALK, GRACE) {
                    @Override
                    protected int mostTries(Wish wish, int destination, String to) {
                        int most = super.mostTries(wish, destination, to);
                        return wish.plan() instanceof AutocallPlan ? Math.max(1, most - 1) : most;
                    }
                }),
                Named.of("an address that cannot be dialled is tried again", new RetryOracle(TALK, GRACE) {
                    @Override
                    protected int mostTriesOfWhatCannotBeDialled() {
                        return 2;
                    }
                }),
                Named.of("the delay counts from the start", new RetryOracle(TALK, GRACE) {
                    @Override
                    protected long dueAgain(long start, long end, long delay) {
                        return Math.max(end, start + delay);
                    }
                }),
                Named.of("the floor holds for v1.0 too", new RetryOracle(TALK, GRACE) {
                    @Override
                    protected long delay(Wish wish) {
                        return Math.max(10_000_000_000L, super.delay(wish));
                    }
                }),
                Named.of("a nanosecond too early", new RetryOracle(TALK, GRACE) {
                    @Override
                    protected long dueAgain(long start, long end, long delay) {
                        return end + Math.max(0, delay - 1);
                    }
                }),
                Named.of("a talk of exactly the limit is short", new RetryOracle(TALK, GRACE) {
                    @Override
                    protected boolean isShort(long talk, int seconds) {
                        return talk <= seconds * 1_000_000_000L;
                    }
                }),
                Named.of("what no event came of is never tried again", new RetryOracle(TALK, GRACE) {
                    @Override
                    protected boolean isTriedAgain(Wish wish, String word, long talk) {
                        return !word.equals("interrupted") && super.isTriedAgain(wish, word, talk);
                    }
                }),
                Named.of("recall_status is not looked at", new RetryOracle(TALK, GRACE) {
                    @Override
                    protected boolean isTriedAgain(Wish wish, String word, long talk) {
                        return super.isTriedAgain(wish, word, talk) || !word.equals("answered");
                    }
                }),
                Named.of("priority_recall is not looked at", new RetryOracle(TALK, GRACE) {
                    @Override
                    protected boolean recallsFirst(Wish wish) {
                        return false;
                    }
                }),
                Named.of("18 is no answer even if it did not ring", new RetryOracle(TALK, GRACE) {
                    @Override
                    protected String wordOf(int cause, boolean rang) {
                        return cause == 18 ? "no-answered" : super.wordOf(cause, rang);
                    }
                }),
                Named.of("calls start at the closing instant", new RetryOracle(TALK, GRACE) {
                    @Override
                    protected boolean covers(long start, long end, long at) {
                        return start < end && start <= at && at <= end;
                    }
                }),
                Named.of("no grace", new RetryOracle(TALK, 0)),
                Named.of("talks a second longer", new RetryOracle(TALK + 1_000_000_000L, GRACE)));
    }

    @ParameterizedTest
    @MethodSource("wrongOnes")
    void findsTheDifferenceToAWrongOracle(RetryOracle wrong) {
        boolean found = false;
        for (long seed = 1; seed <= ENOUGH_TO_FIND && !found; seed++) {
            Wish wish = new Wishes(seed, TALK).draw();

            found = !new RealLife(wish).live().equals(wrong.tell(wish));
        }

        assertThat(found).isTrue();
    }

    // ---- what was hit

    private static final String[] PROPERTIES = {
        "status start",
        "status stop",
        "state fresh",
        "state done",
        "state exhausted",
        "state dnc",
        "word answered",
        "word busy",
        "word failed",
        "word no-answered",
        "word not-available",
        "word voicemail",
        "word invalid-number",
        "word phone-block",
        "word congestion",
        "word interrupted",
        "answered and called again",
        "answered as the last try",
        "next destination",
        "destination passed over",
        "fifth destination",
        "second try",
        "many tries",
        "at once after the delay",
        "waits for an opening",
        "waits for a slot",
        "recall before a fresh lead",
        "not dialable",
        "never tried",
        "short interval"
    };

    private void hit(String property) {
        seen.merge(property, 1, Integer::sum);
    }

    private void count(Wish wish, Story story) {
        hit("status " + story.status());
        for (int i = 0; i < story.leads().size(); i++) {
            LeadStory lead = story.leads().get(i);
            hit("state " + lead.state());
            if (lead.tries().isEmpty()) {
                hit("never tried");
            }
            Try before = null;
            for (Try now : lead.tries()) {
                count(wish, now);
                if (!String.valueOf(wish.leads().get(i).destinations().get(now.destination()))
                        .startsWith("+")) {
                    hit("not dialable");
                }
                if (before != null) {
                    count(wish, story, before, now);
                }
                before = now;
            }
        }
    }

    private void count(Wish wish, Try now) {
        hit("word " + now.word());
        if (now.word().equals("answered")) {
            hit(now.success() ? "answered as the last try" : "answered and called again");
        }
        if (now.number() == 2) {
            hit("second try");
        }
        if (now.number() == 10) {
            hit("many tries");
        }
        if (now.destination() == 4) {
            hit("fifth destination");
        }
    }

    private void count(Wish wish, Story story, Try before, Try now) {
        if (now.destination() == before.destination() + 1) {
            hit("next destination");
        } else if (now.destination() > before.destination() + 1) {
            hit("destination passed over");
        }
        long gap = now.start() - before.end();
        long delay = new RetryOracle(TALK, GRACE) {
            long of() {
                return delay(wish);
            }
        }.of();
        boolean full = wish.concurrentCall() < wish.leads().size();
        if (gap == delay) {
            hit("at once after the delay");
        } else {
            hit(full ? "waits for a slot" : "waits for an opening");
        }
        if (delay < 10_000_000_000L) {
            hit("short interval");
        }
        boolean freshLater = story.leads().stream()
                .anyMatch(other ->
                        !other.tries().isEmpty() && other.tries().get(0).start() > now.start());
        if (full && freshLater) {
            hit("recall before a fresh lead");
        }
    }
}
