package io.tandem.tests;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What the carrier says happened: the witness that tests believe. A line that was cut off by a kill is passed over.
 */
public record Journal(List<Call> calls) {

    /** One call as the carrier saw it; {@code ended} is null if it never told the end. */
    public record Call(
            UUID id,
            UUID tenant,
            UUID campaign,
            String from,
            String to,
            Instant placed,
            @Nullable Instant answered,
            @Nullable Instant ended,
            int cause) {

        boolean isUpAt(Instant at) {
            return !placed.isAfter(at) && (ended == null || ended.isAfter(at));
        }
    }

    public static Journal read(Path file) {
        Map<UUID, Call> calls = new LinkedHashMap<>();
        try {
            for (String line : Files.readAllLines(file)) {
                if (line.endsWith("}")) {
                    take(Api.parse(line), calls);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Journal(List.copyOf(calls.values()));
    }

    private static void take(JsonNode line, Map<UUID, Call> calls) {
        UUID id = UUID.fromString(line.path("call").asText());
        Instant at = Instant.parse(line.path("at").asText());
        switch (line.path("event").asText()) {
            case "placed" ->
                calls.put(
                        id,
                        new Call(
                                id,
                                UUID.fromString(line.path("tenant").asText()),
                                UUID.fromString(line.path("campaign").asText()),
                                line.path("from").asText(),
                                line.path("to").asText(),
                                at,
                                null,
                                null,
                                0));
            case "answered" ->
                calls.computeIfPresent(
                        id,
                        (key, c) -> new Call(c.id, c.tenant, c.campaign, c.from, c.to, c.placed, at, c.ended, c.cause));
            case "ended" ->
                calls.computeIfPresent(
                        id,
                        (key, c) -> new Call(
                                c.id,
                                c.tenant,
                                c.campaign,
                                c.from,
                                c.to,
                                c.placed,
                                c.answered,
                                at,
                                line.path("cause").asInt()));
            default -> throw new IllegalArgumentException(line.toString());
        }
    }

    public Journal of(UUID campaign) {
        return where(call -> call.campaign.equals(campaign));
    }

    public Journal to(String number) {
        return where(call -> call.to.equals(number));
    }

    public Journal where(Predicate<Call> which) {
        return new Journal(calls.stream().filter(which).toList());
    }

    /** The most calls that were up at once; a call counts from the instant it is placed to the one it ends at. */
    public int peak() {
        int peak = 0;
        int up = 0;
        for (Edge edge : edges()) {
            up += edge.change;
            peak = Math.max(peak, up);
        }
        return peak;
    }

    /** Calls up, integrated over time from the first placed one to {@code until}, as a share of {@code cap} × time. */
    public double fill(int cap, Instant until) {
        Instant start = calls.get(0).placed;
        Instant last = start;
        double area = 0;
        int up = 0;
        for (Edge edge : edges()) {
            Instant at = edge.at.isAfter(until) ? until : edge.at;
            area += up * seconds(last, at);
            last = at;
            up += edge.change;
        }
        return area / (cap * seconds(start, until));
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / 1e9;
    }

    private record Edge(Instant at, int change) {}

    private List<Edge> edges() {
        List<Edge> edges = new ArrayList<>();
        for (Call call : calls) {
            edges.add(new Edge(call.placed, 1));
            if (call.ended != null) {
                edges.add(new Edge(call.ended, -1));
            }
        }
        edges.sort(Comparator.comparing(Edge::at).thenComparingInt(Edge::change));
        return edges;
    }
}
