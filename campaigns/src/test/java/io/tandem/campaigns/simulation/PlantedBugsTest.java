package io.tandem.campaigns.simulation;

import static io.tandem.campaigns.simulation.Change.instead;
import static io.tandem.campaigns.simulation.Change.result;
import static io.tandem.campaigns.simulation.Plant.plant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * The simulation's checkers can fail: each bug planted here is found, by the promise it breaks. Who adds a dialling rule
 * adds a bug in it.
 */
class PlantedBugsTest {

    private static final int SEEDS = 2000;
    /** {@code -Dplant=<pattern>} looks for some of them only, by name. */
    private static final String ONLY = System.getProperty("plant", ".*");

    /** Alone, and with bugs that it would hide. */
    private static final Change NO_LAST_LOOK = result("scheduler.Scheduler", "place", "Instant.isBefore", "always");

    private static final Change LAST_LOOK_WITHOUT_LEASE =
            result("scheduler.Scheduler", "place", "Lease.isOver", "never");

    static final List<Plant> PLANTS = List.of(
            plant(1, "a cap counts one call too few", result("rules.Slots$Cap", "free", "Math.max", "oneMore")),
            plant(
                    1,
                    "the campaign's cap is not looked at",
                    result("scheduler.Claiming", "freeSlots", "Calls.up/1", "zero")),
            plant(
                    1,
                    "the carrier's cap is not looked at",
                    result("scheduler.Claiming", "freeSlots", "Calls.upOn", "zero")),
            plant(
                    1,
                    "the tenant's cap is not looked at",
                    result("scheduler.Claiming", "freeSlots", "Calls.up/0", "zero")),
            plant(
                    1,
                    "a lowered cap is ignored",
                    instead("scheduler.Desk", "refresh", "SchedulerStore.load", "loadWithFirstCaps")),
            plant(
                    1,
                    "a slot is free before the carrier confirms the end",
                    instead("scheduler.CallHandling", "beginEnding", "CallHandling.setDeadline", "nothing3")),
            plant(
                    2,
                    "an opening ends one instant late (<= for <)",
                    instead("model.CallingHours", "closesAt", "Instant.isAfter", "isNotBefore")
                            .only(2),
                    NO_LAST_LOOK),
            plant(2, "no last look", NO_LAST_LOOK).foundIn(30),
            plant(
                    2,
                    "a campaign that is stopping dials",
                    result("scheduler.Line", "mayDial", "Campaign.state", "running")),
            plant(2, "a suspended tenant dials", result("scheduler.View", "mayDial", "Tenant.suspended", "never")),
            plant(
                            2,
                            "the do-not-call list is not asked",
                            instead("scheduler.Hopper", "read", "SchedulerStore.doNotCall", "nobodyListed"))
                    .foundIn(17),
            plant(
                    2,
                    "a write is acknowledged before it is taken in",
                    instead("scheduler.Scheduler", "take", "Scheduler.outdate", "nothing3")
                            .only(2),
                    result("scheduler.Scheduler", "acknowledge", "Desk.wasReadIn", "always")),
            plant(
                    2,
                    "a write is never taken in",
                    instead("scheduler.Scheduler", "take", "Scheduler.outdate", "nothing3")
                            .only(2)),
            plant(3, "one try too many", result("rules.DialOrder", "allowed", "DialPlan.attemptsOn", "oneMore")),
            plant(
                    3,
                    "the last destination first",
                    instead("scheduler.Claiming", "nextDestination", "DialOrder.next/3", "lastDestination")),
            plant(4, "a retry without its delay", instead("rules.AfterAttempt", "of", "Instant.plus", "unchanged")),
            plant(5, "one number in two calls", result("scheduler.Claiming", "claim", "Calls.isNumberUp", "never"))
                    .foundIn(15),
            plant(
                            5,
                            "two campaigns of one list run",
                            result("simulation.MemoryStore", "move", "MemoryStore.listRuns", "never"))
                    .foundIn(15),
            plant(6, "no retry is ever wanted", result("model.RetryPolicy", "triesAgain", "List.contains", "never")),
            plant(
                    6,
                    "an interrupted call is not tried again",
                    result("model.RetryPolicy", "triesAgain", "Disposition.alwaysTriedAgain", "never")),
            plant(
                            6,
                            "one listed number ends its target",
                            instead(
                                    "scheduler.Claiming",
                                    "nextDestination",
                                    "DialOrder.next/3",
                                    "noneIfTheFirstIsListed"))
                    .foundIn(142),
            plant(
                    6,
                    "no target follows an edited plan",
                    result("simulation.MemoryStore", "replan", "Optional.isPresent", "never")),
            plant(
                    6,
                    "who takes up a list goes by the plan of the campaign before",
                    instead("simulation.MemoryStore", "takeUp", "Set.add", "addNothing")),
            plant(
                    6,
                    "an edited plan reopens nobody it had no try for",
                    result("rules.Replanned", "next", "OptionalInt.isPresent", "never")),
            plant(
                    7,
                    "a claim taken back stays written",
                    instead("scheduler.CallHandling", "takeBack", "List.add", "addNothing")),
            plant(
                    7,
                    "a lost answer is taken for a yes",
                    instead("scheduler.Scheduler", "decideAndWrite", "SchedulerStore.commit", "assumeWritten")),
            plant(
                    7,
                    "a refused claim is dialled",
                    result("scheduler.Scheduler", "committed", "Set.contains", "always")
                            .only(3)),
            plant(7, "a batch in doubt is forgotten", instead("scheduler.Draft", "inDoubt", "List.add", "addNothing")),
            plant(
                    7,
                    "an outcome is recorded twice",
                    instead("simulation.MemoryStore", "write", "CallAttempt.ended", "none")),
            plant(
                            7,
                            "a key that is told twice was pressed twice",
                            instead("scheduler.LiveCall", "pressed", "NavigableMap.putIfAbsent", "putAnother"))
                    .foundIn(75),
            plant(
                    7,
                    "a key waits for the end of its call to be written",
                    instead("scheduler.CallHandling", "pressed", "List.add", "addNothing")),
            plant(
                            7,
                            "keys stand in the order in which word of them came",
                            instead("scheduler.LiveCall", "pressed", "NavigableMap.putIfAbsent", "putLast"))
                    .foundIn(63),
            plant(
                    12,
                    "nobody ends what a crash left open",
                    instead("simulation.MemoryStore", "settle", "List.copyOf", "emptyList")),
            plant(
                            8,
                            "one call more than the agents' rule allows",
                            instead("rules.Slots", "forAgents", "AgentPacing.mayDial", "mayDialOneMore"))
                    .foundIn(16),
            plant(
                            8,
                            "other campaigns' calls on the queue do not count",
                            result("scheduler.Claiming", "freeSlots", "Calls.dialingOnQueue", "zero"))
                    .foundIn(16),
            plant(8, "an agent gets a second call", instead("scheduler.Seats", "seat", "Map.put", "putNothing")),
            plant(
                    8,
                    "a call in its script does not count against the agents",
                    result("scheduler.Claiming", "freeSlots", "Calls.inScript", "zero")),
            plant(
                    8,
                    "an answered call joins its queue at once",
                    result("scheduler.CallHandling", "answered", "LiveCall.hearsScriptFirst", "never")),
            plant(
                    8,
                    "who is through with the script is given no agent",
                    instead("scheduler.CallHandling", "on", "CallHandling.joined", "nothing3")),
            plant(
                    8,
                    "who hangs up during the script is abandoned",
                    result("scheduler.CallHandling", "ofAnswered", "LiveCall.hasJoined", "always")),
            plant(
                    8,
                    "a script that is said to be over twice gets two agents",
                    result("scheduler.CallHandling", "joined", "LiveCall.hasJoined", "never")),
            plant(
                    10,
                    "a script that goes on for ever is not ended",
                    instead("scheduler.CallHandling", "hear", "CallHandling.setDeadline", "nothing3")),
            plant(
                    9,
                    "the end does not wait for an import",
                    result("simulation.MemoryStore", "isExhausted", "Stream.noneMatch", "always")),
            plant(
                    9,
                    "the end does not wait for a re-planning",
                    result("simulation.MemoryStore", "isExhausted", "Set.contains", "never")),
            plant(
                    9,
                    "the end does not wait for what is due later",
                    result("scheduler.Hopper", "isExhausted", "Instant.equals", "always"),
                    result("simulation.MemoryStore", "isExhausted", "Stream.anyMatch", "never")),
            plant(9, "a chain repeats", result("scheduler.Moving", "exhausted", "List.contains", "never")),
            plant(
                    10,
                    "calls are claimed and taken back for ever at a closing",
                    instead("scheduler.Line", "isOpen", "Instant.isBefore", "isNotAfter")),
            plant(
                    10,
                    "a ring timeout cancels nothing",
                    instead("scheduler.CallHandling", "placed", "CallHandling.setDeadline", "nothing3")),
            plant(
                    10,
                    "a long talk is not ended",
                    instead("scheduler.CallHandling", "talk", "Instant.plus", "aDayLater")),
            plant(10, "a talk is cut short", instead("scheduler.CallHandling", "talk", "Instant.plus", "unchanged")),
            plant(
                    11,
                    "an opening begins one instant late",
                    instead("model.CallingHours", "closesAt", "Instant.isAfter", "isNotBefore")
                            .only(1)),
            plant(
                    11,
                    "a slot is never given back",
                    instead("scheduler.CallHandling", "release", "Calls.remove", "nothing")),
            plant(11, "a retry is forgotten", instead("scheduler.Desk", "written", "Hopper.retryDue", "nothing3")),
            plant(
                    11,
                    "who waits for a number is forgotten",
                    instead("scheduler.CallHandling", "release", "Hopper.released", "nothing")),
            plant(
                    11,
                    "an agent is never free again",
                    instead("scheduler.CallHandling", "freeAgent", "Seats.free", "nothing3")),
            plant(
                    12,
                    "a claim taken back counts as a try",
                    instead("simulation.MemoryStore", "undo", "Target.withTries", "unchanged")),
            plant(13, "calls per second are not kept", result("scheduler.Paces", "start", "Pacer.isReady", "always")),
            // channels
            plant(
                    1,
                    "a network's channels are not looked at",
                    result("scheduler.Claiming", "claim", "Channels.hasRoom", "always"),
                    result("scheduler.Claiming", "hasRoom", "Channels.hasRoom", "always")),
            plant(
                    1,
                    "in parallel a campaign takes more than its share",
                    result("scheduler.Channels", "hasRoom", "Calls.upOf", "zero")),
            plant(
                    1,
                    "in serial nobody counts the others' calls",
                    result("scheduler.Channels", "hasRoom", "Calls.upOn", "zero")),
            plant(
                    10,
                    "the targets of a full network fill what is read ahead",
                    result("scheduler.Hopper", "fill", "Predicate.test", "always")),
            plant(
                    11,
                    "of several networks one is called",
                    result("scheduler.Channels", "networksOf", "Stream.toList", "firstOnly")),
            plant(
                    11,
                    "who waits for a channel is forgotten",
                    instead("scheduler.CallHandling", "release", "Hopper.released", "nothing")
                            .only(2)),
            plant(
                    11,
                    "free channels do not go round",
                    instead("scheduler.Claiming", "claim", "Shares.served", "nothingServed")),
            // flows
            plant(
                            1,
                            "a flow does not look at the tenant's cap",
                            instead("scheduler.Claiming", "freeSlots", "Slots.free", "freeOfTheFirst")
                                    .only(1))
                    .foundIn(40),
            plant(3, "a flow calls somebody", result("scheduler.Claiming", "claim", "Line.rings", "always")),
            plant(
                    10,
                    "a flow does not last as long as it sleeps",
                    result("simulated.SimulatedCarrier", "asPlayed", "Played.length", "endless")),
            plant(
                            11,
                            "a flow waits for a carrier",
                            result("scheduler.Claiming", "freeSlots", "Campaign.kind", "automated"))
                    .foundIn(272),
            plant(
                            11,
                            "a flow waits for a channel",
                            result("scheduler.Channels", "modeOf", "Campaign.kind", "automated"))
                    .foundIn(58),
            // paces
            plant(
                            13,
                            "a carrier's calls per second are not kept",
                            result("scheduler.Paces", "start", "Pacer.isReady", "always")
                                    .only(2))
                    .foundIn(48),
            plant(
                            13,
                            "a pace begins anew when a tenant changes hands",
                            instead("scheduler.Desk", "own", "Claiming.takenOver", "nothing"))
                    .foundIn(142),
            // the tenant's policy
            plant(
                    2,
                    "attempts a day are not counted",
                    result("scheduler.Claiming", "claim", "NumberCap.isReached", "never")),
            plant(
                    2,
                    "what was claimed since the read does not count for the day",
                    instead("scheduler.Claiming", "claim", "NumberCap.claimed", "nothing")),
            plant(
                    2,
                    "what was called before the read does not count for the day",
                    instead("scheduler.NumberCap", "read", "SchedulerStore.attempts", "noAttempts")),
            plant(
                    2,
                    "the attempts of a day in UTC are counted",
                    instead("scheduler.NumberCap", "<init>", "PolicyRule.dayAround", "dayInUtc")),
            plant(
                    2,
                    "quiet hours are not asked",
                    result("scheduler.Line", "<init>", "Line.rings", "never").only(1)),
            plant(
                    2,
                    "the last look forgets that quiet hours begin",
                    instead("scheduler.Claiming", "placeBy", "Line.hoursChangeAt", "endOfHours")),
            plant(
                    11,
                    "nobody is recalled when a policy is loosened",
                    result("scheduler.Desk", "hasToRecall", "Recall.isOpen", "never")),
            plant(
                    11,
                    "who is put off to the next day is forgotten",
                    instead("scheduler.Claiming", "postpone", "Hopper.dueAgain", "nothing4")),
            // pushed calls
            plant(
                            15,
                            "a push is called after its time",
                            result("scheduler.Claiming", "claim", "Target.isOver", "never"),
                            result("scheduler.Claiming", "placeBy", "Push.expires", "noInstant"))
                    .foundIn(201),
            plant(
                            15,
                            "the last look does not ask for a push's end",
                            result("scheduler.Claiming", "placeBy", "Push.expires", "noInstant"))
                    .foundIn(201),
            plant(
                    15,
                    "a push is called under an id of its own",
                    result("scheduler.Claiming", "attemptId", "Target.goesFirst", "never")),
            plant(
                            15,
                            "a push waits for its turn among others",
                            result("scheduler.Hopper", "take", "Row.isLevelWith", "always"))
                    .foundIn(12),
            plant(
                            15,
                            "the first push of a list goes before earlier ones of other lists",
                            result("scheduler.Hopper", "fill", "Shelf.pushed", "never"),
                            result("scheduler.Hopper", "isSooner", "Comparator.compare", "zero"))
                    .foundIn(564),
            plant(
                    15,
                    "nobody wakes at a push's end",
                    result("scheduler.Desk", "nextTurn", "Expiries.nextLook", "neverAgain")),
            plant(
                    15,
                    "a push ends without its record",
                    result("scheduler.Expiries", "end", "Target.goesFirst", "never")),
            plant(
                            15,
                            "a retry is planned for after a push's end",
                            result("rules.AfterAttempt", "of", "Target.isOver", "never"))
                    .foundIn(52),
            // from a day on
            plant(
                    2,
                    "a lead is called in the night before its day",
                    instead("scheduler.Claiming", "begin", "Hopper.hold", "nothing")),
            plant(
                    11,
                    "nobody looks for those whose day opens",
                    instead("scheduler.Hopper", "hold", "Row.fallsDue", "nothing")),
            // numbers shown
            plant(
                    16,
                    "a carrier that draws shows its first number",
                    result("scheduler.CallerIds", "shown", "RandomGenerator.nextInt", "zero")),
            plant(
                    16,
                    "a carrier never shows its last number",
                    instead("scheduler.CallerIds", "shown", "RandomGenerator.nextInt", "allButTheLast")),
            plant(16, "every carrier draws", result("scheduler.CallerIds", "shown", "Carrier.drawsCallerId", "always")),
            // several replicas
            plant(
                            1,
                            "a cap counts one replica's calls only",
                            instead("scheduler.Desk", "refresh", "SchedulerStore.openElsewhere", "noneElsewhere"))
                    .foundIn(32),
            plant(
                            2,
                            "an owner acknowledges at once what another replica wrote",
                            instead("scheduler.Membership", "forbidden", "Inbox.forbade", "takenInAtOnce"))
                    .foundIn(102),
            plant(
                            2,
                            "an answer does not wait for the owner on another replica",
                            result("simulation.Requests", "look", "SessionPool.isTakenIn", "always"))
                    .foundIn(280),
            plant(
                            2,
                            "what was written before a takeover is never taken in",
                            instead("simulation.Registry", "raiseFence", "Registry.takeIn", "nothing1"))
                    .foundIn(463),
            plant(
                            2,
                            "a read that fails costs the acknowledgement",
                            result("scheduler.Scheduler", "acknowledge", "Desk.isOwned", "never"))
                    .foundIn(69),
            plant(
                            7,
                            "a cancellation does not wait for a commit under way",
                            instead("simulation.MemoryStore", "write", "MemoryStore.awaitRows", "nothing"))
                    .foundIn(657),
            plant(
                    7,
                    "claims in doubt of a lost owner are not cancelled",
                    result("scheduler.Desk", "isDone", "Draft.isEmpty", "always")),
            plant(
                            8,
                            "an agent who is in a call elsewhere gets another",
                            instead("scheduler.CallHandling", "elsewhere", "Seats.occupy", "nothing3"))
                    .foundIn(490),
            plant(
                            10,
                            "the deadline of a call elsewhere closes nothing",
                            instead("scheduler.CallHandling", "elsewhere", "CallHandling.setDeadline", "nothing3"))
                    .foundIn(391),
            plant(
                    10,
                    "a suspended tenant's campaign moves under no fence",
                    instead("scheduler.Claiming", "begin", "Draft.fence", "nothingLong")),
            plant(
                            11,
                            "the owner is not told of a call that ended elsewhere",
                            instead("scheduler.Scheduler", "tellOwner", "Consumer.accept", "nothing"))
                    .foundIn(38),
            plant(
                    12,
                    "calls of a replica that is not proved dead are closed",
                    result("simulation.MemoryStore", "settle", "Registry.isKnown", "never")),
            plant(
                    12,
                    "a frozen replica is taken for dead",
                    result("simulation.Registry", "buryTheDead", "Registry.isLocked", "never"),
                    result("simulation.Registry", "buryTheDead", "Signs.hasSessions", "never")),
            plant(
                    14,
                    "claims hold under any fence",
                    result("simulation.MemoryStore", "claim", "Registry.holds", "always"),
                    LAST_LOOK_WITHOUT_LEASE),
            plant(
                    14,
                    "a tenant is taken over while its owner's lease lasts",
                    result("simulation.Registry", "raiseFence", "Registry.isTrusted", "never")),
            plant(14, "the last look ignores the lease", LAST_LOOK_WITHOUT_LEASE),
            plant(
                    14,
                    "the last look goes by the renewed lease",
                    instead("scheduler.Scheduler", "place", "Lease.isOver", "isOverNow")),
            plant(
                    14,
                    "nobody hears that a tenant is free",
                    instead("scheduler.Membership", "heard", "Inbox.own", "nothing")),
            plant(
                    14,
                    "nobody notices who comes and goes",
                    result("scheduler.Membership", "beat", "List.equals", "always")));

    private record Found(Plant plant, Lives.Life life, long millis) {}

    @Test
    void findsEveryPlantedBug() throws Exception {
        SchedulerLog.silence();
        List<Found> all = new ArrayList<>();

        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            List<Future<Found>> searches = new ArrayList<>();
            for (Plant plant : PLANTS) {
                if (!plant.name().matches(ONLY)) {
                    continue;
                }
                searches.add(pool.submit(() -> search(plant)));
            }
            for (Future<Found> search : searches) {
                all.add(search.get());
            }
        } finally {
            pool.shutdownNow();
        }

        all.forEach(found -> System.out.println(line(found)));
        long count = all.stream().filter(found -> found.life != null).count();
        System.out.printf("planted %d, found %d%n", all.size(), count);
        assertThat(all).as("planted bugs that no checker finds").allMatch(found -> found.life != null);
    }

    private static Found search(Plant plant) {
        long start = System.nanoTime();
        Lives lives = new PlantedLoader(plant).lives();
        for (long seed = plant.seed() == 0 ? 1 : 0; seed <= SEEDS; seed++) {
            Lives.Life life = lives.of(seed == 0 ? plant.seed() : seed);
            if (life.breach(plant.promise()).isPresent()) {
                return new Found(plant, life, (System.nanoTime() - start) / 1_000_000);
            }
        }
        return new Found(plant, null, (System.nanoTime() - start) / 1_000_000);
    }

    private static String line(Found found) {
        String how = found.life == null
                ? "NOT FOUND in " + SEEDS + " seeds"
                : String.format(
                        "seed %4d  %s",
                        found.life.seed(),
                        found.life.breach(found.plant.promise()).orElseThrow());
        return String.format("  P%-2d  %-50s %6d ms  %s", found.plant.promise(), found.plant.name(), found.millis, how);
    }

    @Test
    void refusesToPlantWhereTheCodeIsNoMore() {
        assertThatThrownBy(() -> new PlantedLoader(
                        plant(1, "a bug", instead("scheduler.CallHandling", "release", "Calls.forget", "nothing"))))
                .hasMessageContaining("\"a bug\" cannot be planted any more")
                .hasMessageContaining("scheduler.CallHandling.release has 0 calls of Calls.forget");
        assertThatThrownBy(() -> new PlantedLoader(
                        plant(1, "a bug", instead("scheduler.CallHandling", "relinquish", "Calls.remove", "nothing"))))
                .hasMessageContaining("has no method relinquish");
        assertThatThrownBy(() -> new PlantedLoader(
                        plant(1, "a bug", instead("scheduler.Counter", "release", "Calls.remove", "nothing"))))
                .hasMessageContaining("there is no class io.tandem.campaigns.scheduler.Counter");
    }
}
