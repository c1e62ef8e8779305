package io.tandem.gateway.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.gateway.engine.CarrierWitness;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Believes the carrier only: what its journal says of each campaign's calls, whatever the gateway counts. */
final class Witness implements CarrierWitness {

    private static final class Call {
        final UUID campaign;
        final String to;
        final Instant placed;
        boolean answered;

        @Nullable
        Instant ended;

        Call(UUID campaign, String to, Instant placed) {
            this.campaign = campaign;
            this.to = to;
            this.placed = placed;
        }
    }

    private final Map<String, Call> calls = new HashMap<>();
    private final Set<String> numbersUp = new HashSet<>();
    private final Map<String, Integer> callsByNumber = new HashMap<>();
    private int inTwoCalls;

    @Override
    public synchronized void accept(String line) {
        JsonNode event;
        try {
            event = DemoApi.JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the journal wrote " + line, e);
        }
        String id = event.path("call").asText();
        Instant at = Instant.parse(event.path("at").asText());
        Call call = calls.get(id);
        switch (event.path("event").asText()) {
            case "placed" -> placed(id, event, at);
            case "answered" -> {
                if (call != null) {
                    call.answered = true;
                }
            }
            default -> {
                if (call != null) {
                    call.ended = at;
                    numbersUp.remove(call.to);
                }
            }
        }
    }

    private void placed(String id, JsonNode event, Instant at) {
        UUID campaign = UUID.fromString(event.path("campaign").asText());
        String to = event.path("to").asText();
        calls.put(id, new Call(campaign, to, at));
        callsByNumber.merge(campaign + to, 1, Integer::sum);
        if (!numbersUp.add(to)) {
            inTwoCalls++;
        }
    }

    /** Numbers that were in two calls at once; must be 0. */
    synchronized int numbersInTwoCalls() {
        return inTwoCalls;
    }

    synchronized Seen of(UUID campaign) {
        List<Call> mine = calls.values().stream()
                .filter(call -> call.campaign.equals(campaign))
                .sorted(Comparator.comparing(call -> call.placed))
                .toList();
        int most = callsByNumber.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(campaign.toString()))
                .mapToInt(Map.Entry::getValue)
                .max()
                .orElse(0);
        return Seen.of(mine, most);
    }

    /**
     * One campaign's run.
     *
     * @param peak most calls up at once
     * @param mostToOneNumber most calls to one number
     * @param fillArea call-seconds from the first placed call to the last first try
     * @param fillSeconds the time between these two
     * @param seconds from the first placed call to the last end
     */
    record Seen(
            int placed,
            int answered,
            int open,
            int peak,
            int mostToOneNumber,
            double fillArea,
            double fillSeconds,
            double seconds) {

        private record Edge(Instant at, int change) {}

        private static Seen of(List<Call> calls, int mostToOneNumber) {
            if (calls.isEmpty()) {
                return new Seen(0, 0, 0, 0, 0, 0, 0, 0);
            }
            Instant start = calls.get(0).placed;
            Set<String> tried = new HashSet<>();
            List<Edge> edges = new ArrayList<>();
            Instant lastFirstTry = start;
            Instant end = start;
            int answered = 0;
            int open = 0;
            for (Call call : calls) {
                lastFirstTry = tried.add(call.to) ? call.placed : lastFirstTry;
                answered += call.answered ? 1 : 0;
                edges.add(new Edge(call.placed, 1));
                if (call.ended == null) {
                    open++;
                } else {
                    edges.add(new Edge(call.ended, -1));
                    end = call.ended.isAfter(end) ? call.ended : end;
                }
            }
            edges.sort(Comparator.comparing(Edge::at).thenComparingInt(Edge::change));
            return summed(calls.size(), answered, open, mostToOneNumber, edges, lastFirstTry, end);
        }

        private static Seen summed(
                int placed, int answered, int open, int most, List<Edge> edges, Instant lastFirstTry, Instant end) {
            Instant start = edges.get(0).at;
            Instant last = start;
            int up = 0;
            int peak = 0;
            double area = 0;
            for (Edge edge : edges) {
                Instant at = edge.at.isAfter(lastFirstTry) ? lastFirstTry : edge.at;
                area += up * seconds(last, at);
                last = at;
                up += edge.change;
                peak = Math.max(peak, up);
            }
            return new Seen(
                    placed, answered, open, peak, most, area, seconds(start, lastFirstTry), seconds(start, end));
        }

        private static double seconds(Instant from, Instant to) {
            return Duration.between(from, to).toNanos() / 1e9;
        }

        /** Share of the cap that was used until the last first try; 1 if that took no time. */
        double fill(int cap) {
            return fillSeconds == 0 ? 1 : fillArea / (cap * fillSeconds);
        }

        double callsPerSecond() {
            return seconds == 0 ? placed : placed / seconds;
        }
    }
}
