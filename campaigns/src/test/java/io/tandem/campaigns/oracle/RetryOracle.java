package io.tandem.campaigns.oracle;

import io.tandem.campaigns.oracle.Story.LeadStory;
import io.tandem.campaigns.oracle.Story.Try;
import io.tandem.campaigns.oracle.Wish.AutocallPlan;
import io.tandem.campaigns.oracle.Wish.Fate;
import io.tandem.campaigns.oracle.Wish.Lead;
import io.tandem.campaigns.oracle.Wish.Outplan;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A slow and simple reader of the contracts: walks from one instant at which something happens to the next and does
 * what they say. (autocall-v3.md, 2.1 to 2.7; mapping.md, "Fields" and "Dispositions"; design section 5, promises 1 to
 * 6, 9 to 11)
 *
 * <p>The protected methods are one rule each, so that a test can bend one and see that the difference is found.
 */
public class RetryOracle {

    static final long SECOND = 1_000_000_000L;
    static final long DAY = 86_400 * SECOND;
    static final long WEEK = 7 * DAY;
    private static final long NEVER = Long.MAX_VALUE;

    private static final int DESTINATIONS = 5;

    private enum State {
        FRESH,
        RETRY,
        CALLING,
        DONE,
        EXHAUSTED,
        DNC
    }

    private static final class Standing {
        final Lead lead;
        final int place;
        final int[] tries = new int[DESTINATIONS];
        final List<Try> story = new ArrayList<>();
        State state = State.FRESH;
        long due;

        Standing(Lead lead, int place) {
            this.lead = lead;
            this.place = place;
            this.due = lead.earliest();
        }
    }

    private record Call(Standing on, int destination, long start, long end, String word, long talk) {}

    private final long longestTalk;
    private final long grace;

    public RetryOracle(long longestTalk, long grace) {
        this.longestTalk = longestTalk;
        this.grace = grace;
    }

    /** Tells the whole story of the campaign. */
    public final Story tell(Wish wish) {
        List<Standing> standings = new ArrayList<>();
        for (Lead lead : wish.leads()) {
            standings.add(new Standing(lead, standings.size()));
        }
        List<Call> up = new ArrayList<>();
        long now = wish.start();
        while (now != NEVER) {
            boolean ended = endCalls(wish, up, now);
            boolean started = isOpen(wish, now) && startCalls(wish, standings, up, now);
            if (!ended && !started) {
                now = nextInstant(wish, standings, up, now);
            }
        }
        return new Story(
                status(wish, standings),
                standings.stream()
                        .map(standing -> new LeadStory(word(standing.state), List.copyOf(standing.story)))
                        .toList());
    }

    private static String word(State state) {
        return switch (state) {
            case FRESH -> "fresh";
            case RETRY -> "waiting";
            case DONE -> "done";
            case EXHAUSTED -> "exhausted";
            case DNC -> "dnc";
            case CALLING -> throw new IllegalStateException("a call without an end");
        };
    }

    private static String status(Wish wish, List<Standing> standings) {
        boolean left =
                standings.stream().anyMatch(standing -> standing.state == State.FRESH || standing.state == State.RETRY);
        return wish.stopAtEnd() && !left ? "stop" : "start";
    }

    private long nextInstant(Wish wish, List<Standing> standings, List<Call> up, long now) {
        long next = NEVER;
        for (Call call : up) {
            next = Math.min(next, call.end);
        }
        for (Standing standing : standings) {
            boolean waits = standing.state == State.FRESH || standing.state == State.RETRY;
            if (waits && up.size() < wish.concurrentCall()) {
                next = Math.min(next, nextOpening(wish, Math.max(standing.due, now + 1)));
            }
        }
        return next;
    }

    // ---- starting

    private boolean startCalls(Wish wish, List<Standing> standings, List<Call> up, long now) {
        boolean started = false;
        while (up.size() < wish.concurrentCall()) {
            Standing next = choose(wish, standings, now);
            if (next == null) {
                break;
            }
            start(wish, next, up, now);
            started = true;
        }
        return started;
    }

    private @Nullable Standing choose(Wish wish, List<Standing> standings, long now) {
        Standing fresh = null;
        Standing recall = null;
        for (Standing standing : standings) {
            if (standing.due > now) {
                continue;
            }
            if (standing.state == State.FRESH && fresh == null) {
                fresh = standing;
            }
            if (standing.state == State.RETRY && (recall == null || standing.due < recall.due)) {
                recall = standing;
            }
        }
        return recallsFirst(wish) ? first(recall, fresh) : first(fresh, recall);
    }

    private static @Nullable Standing first(@Nullable Standing one, @Nullable Standing other) {
        return one == null ? other : one;
    }

    private void start(Wish wish, Standing next, List<Call> up, long now) {
        int destination = -1;
        boolean listed = false;
        for (int i = DESTINATIONS - 1; i >= 0; i--) {
            String to = next.lead.destinations().get(i);
            if (to != null && next.tries[i] < mostTries(wish, i, to)) {
                if (wish.doNotCall().contains(to)) {
                    listed = true;
                } else {
                    destination = i;
                }
            }
        }
        if (destination < 0) {
            next.state = listed ? State.DNC : State.EXHAUSTED;
            return;
        }
        next.tries[destination]++;
        next.state = State.CALLING;
        up.add(call(wish, next, destination, now));
    }

    private Call call(Wish wish, Standing on, int destination, long now) {
        String to = on.lead.destinations().get(destination);
        if (to == null || !canBeDialled(to)) {
            return new Call(on, destination, now, now, "invalid-number", 0);
        }
        Fate fate = on.lead.fate(destination, on.tries[destination]);
        long ringsOut = now + ringTimeout(wish);
        return switch (fate.kind()) {
            case REFUSED -> new Call(on, destination, now, now, "failed", 0);
            case SILENT -> new Call(on, destination, now, ringsOut, "no-answered", 0);
            case MUTE -> new Call(on, destination, now, ringsOut + grace, "interrupted", 0);
            case MAILBOX ->
                settled(
                        on,
                        destination,
                        now,
                        ringsOut,
                        fate,
                        new Call(on, destination, now, now + fate.after(), "voicemail", 0));
            case ENDED ->
                settled(
                        on,
                        destination,
                        now,
                        ringsOut,
                        fate,
                        new Call(on, destination, now, now + fate.after(), wordOf(fate.cause(), fate.rings()), 0));
            case ANSWERED -> {
                long talk = Math.min(fate.talk(), longestTalk);
                yield settled(
                        on,
                        destination,
                        now,
                        ringsOut,
                        fate,
                        new Call(on, destination, now, now + fate.after() + talk, "answered", talk));
            }
        };
    }

    /** What the network does, unless the ring timeout comes first. */
    private static Call settled(Standing on, int destination, long now, long ringsOut, Fate fate, Call call) {
        return now + fate.after() < ringsOut ? call : new Call(on, destination, now, ringsOut, "no-answered", 0);
    }

    // ---- ending

    private boolean endCalls(Wish wish, List<Call> up, long now) {
        List<Call> over = up.stream().filter(call -> call.end == now).toList();
        up.removeAll(over);
        for (Call call : over) {
            end(wish, call);
        }
        return !over.isEmpty();
    }

    private void end(Wish wish, Call call) {
        Standing standing = call.on;
        boolean again = isTriedAgain(wish, call.word, call.talk) && hasTriesLeft(wish, standing);
        boolean success = call.word.equals("answered") && !again;
        standing.story.add(new Try(
                call.destination,
                standing.tries[call.destination],
                call.start,
                call.end,
                call.word,
                call.talk,
                success));
        if (again) {
            standing.state = State.RETRY;
            standing.due = dueAgain(call.start, call.end, delay(wish));
        } else {
            standing.state = success ? State.DONE : State.EXHAUSTED;
        }
    }

    private boolean hasTriesLeft(Wish wish, Standing standing) {
        for (int i = 0; i < DESTINATIONS; i++) {
            String to = standing.lead.destinations().get(i);
            if (to != null && standing.tries[i] < mostTries(wish, i, to)) {
                return true;
            }
        }
        return false;
    }

    // ---- the rules, one each

    /** recall_times is the number of times to call again (2.2); max_try_count_N is attempts (mapping.md). */
    protected int mostTries(Wish wish, int destination, String to) {
        int most = wish.plan() instanceof AutocallPlan v3
                ? destination == 0 ? 1 + v3.recallTimes() : 0
                : ((Outplan) wish.plan()).maxTryCount().get(destination);
        return canBeDialled(to) ? most : Math.min(most, mostTriesOfWhatCannotBeDialled());
    }

    /** It ends as one INVALID_NUMBER attempt without a call. (mapping.md, row route) */
    protected int mostTriesOfWhatCannotBeDialled() {
        return 1;
    }

    private static boolean canBeDialled(String to) {
        return to.startsWith("+");
    }

    /** At once has a floor of 10 s, minutes are exact (2.3); v1.0's interval is taken as it is (mapping.md). */
    protected long delay(Wish wish) {
        if (wish.plan() instanceof AutocallPlan v3) {
            return v3.scheduleRecall().equals("minute") ? v3.minutes() * 60L * SECOND : 10 * SECOND;
        }
        return ((Outplan) wish.plan()).tryInterval() * 1_000_000L;
    }

    /** From the end of the previous attempt. (2.3) */
    protected long dueAgain(long start, long end, long delay) {
        return end + delay;
    }

    private static long ringTimeout(Wish wish) {
        return wish.plan() instanceof AutocallPlan v3
                ? v3.callTimeoutSeconds() * SECOND
                : ((Outplan) wish.plan()).dialTimeout() * 1_000_000L;
    }

    protected boolean recallsFirst(Wish wish) {
        return wish.recallFirst();
    }

    /** Section 2.4 and 2.6; without v3's list every non-answer is tried again (mapping.md). */
    protected boolean isTriedAgain(Wish wish, String word, long talk) {
        if (word.equals("interrupted")) {
            return true;
        }
        List<String> listed = wish.recallStatus();
        if (word.equals("answered") && wish.limitRecallSeconds() > 0) {
            return isShort(talk, wish.limitRecallSeconds());
        }
        return listed == null ? !word.equals("answered") : listed.contains(word);
    }

    /** billsec is below N seconds. (2.4) */
    protected boolean isShort(long talk, int seconds) {
        return talk / SECOND < seconds;
    }

    /** The Q.850 column of 2.6 and the rows below its table. */
    protected String wordOf(int cause, boolean rang) {
        return switch (cause) {
            case 19 -> "no-answered";
            case 18, 31 -> rang ? "no-answered" : "not-available";
            case 102, 16 -> rang ? "no-answered" : "failed";
            case 17, 21 -> "busy";
            case 20, 27 -> "not-available";
            case 1, 2, 22, 26, 28 -> "invalid-number";
            case 50, 52, 53, 54, 55, 56, 57, 87 -> "phone-block";
            case 34, 38, 41, 42, 43, 44, 46, 47, 58, 25, 3 -> "congestion";
            default -> "failed";
        };
    }

    /** Half-open windows of local time; one that ends before its start runs on into the next day. (2.7) */
    protected boolean isOpen(Wish wish, long now) {
        if (wish.schedules().isEmpty()) {
            return true;
        }
        long inWeek = Math.floorMod(now, WEEK);
        for (List<Long> schedule : wish.schedules()) {
            for (int day = 0; day < 7; day++) {
                long start = day * DAY + schedule.get(2 * day);
                long end = day * DAY + schedule.get(2 * day + 1);
                if (schedule.get(2 * day + 1) < schedule.get(2 * day)) {
                    end += DAY;
                }
                if (covers(start, end, inWeek) || covers(start, end, inWeek + WEEK)) {
                    return true;
                }
            }
        }
        return false;
    }

    protected boolean covers(long start, long end, long at) {
        return start <= at && at < end;
    }

    /** {@code from}, or the first start of a window after it. */
    private long nextOpening(Wish wish, long from) {
        if (isOpen(wish, from)) {
            return from;
        }
        long next = NEVER;
        long week = Math.floorDiv(from, WEEK) * WEEK;
        for (List<Long> schedule : wish.schedules()) {
            for (int day = 0; day < 7; day++) {
                boolean empty = Math.floorMod(schedule.get(2 * day + 1) - schedule.get(2 * day), DAY) == 0;
                boolean wholeDay = schedule.get(2 * day) == 0 && schedule.get(2 * day + 1) == DAY;
                if (empty && !wholeDay) {
                    continue;
                }
                long start = week + day * DAY + schedule.get(2 * day);
                next = Math.min(next, start >= from ? start : start + WEEK);
            }
        }
        return next;
    }
}
