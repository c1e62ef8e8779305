package io.tandem.tests;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What the carriers of several processes saw, in one order: the order in which their lines were written, whatever their
 * clocks say. A call of a process that was killed is over with its process.
 */
public record Ledger(List<Call> calls) {

    private static final String DEATH = "{}";

    /**
     * One call.
     *
     * @param life the process that placed it
     * @param placedAt its line
     * @param endedAt the line it ended with, or its process; {@link Integer#MAX_VALUE} while it is up
     * @param wasCutOff its process ended before it
     */
    public record Call(
            UUID id,
            int life,
            UUID tenant,
            UUID campaign,
            String to,
            String at,
            int placedAt,
            int endedAt,
            boolean wasCutOff) {

        private Call ended(int line, boolean cutOff) {
            return new Call(id, life, tenant, campaign, to, at, placedAt, line, cutOff);
        }
    }

    /** Notes a carrier's line, as one write: lines of several processes do not mix. */
    public static void note(Path file, int life, String line) {
        ByteBuffer bytes = ByteBuffer.wrap((life + " " + line + "\n").getBytes(StandardCharsets.UTF_8));
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            int written = channel.write(bytes);
            if (written < bytes.limit()) {
                throw new IOException("the line was cut off");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Notes that a process is gone. */
    public static void noteDeath(Path file, int life) {
        note(file, life, DEATH);
    }

    public static Ledger read(Path file) {
        List<String> lines = new ArrayList<>();
        try {
            lines.addAll(Files.readAllLines(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return of(lines);
    }

    /** Of processes that ran one after the other, each with a journal of its own; all are gone but the last. */
    public static Ledger ofJournals(List<Path> journals) {
        List<String> lines = new ArrayList<>();
        for (int life = 0; life < journals.size(); life++) {
            try {
                for (String line : Files.readAllLines(journals.get(life))) {
                    lines.add(life + " " + line);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            if (life < journals.size() - 1) {
                lines.add(life + " " + DEATH);
            }
        }
        return of(lines);
    }

    private static Ledger of(List<String> lines) {
        Map<UUID, Call> up = new LinkedHashMap<>();
        List<Call> over = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            // One that was cut off by a kill is passed over.
            if (line.endsWith("}")) {
                int space = line.indexOf(' ');
                take(i, Integer.parseInt(line.substring(0, space)), Api.parse(line.substring(space + 1)), up, over);
            }
        }
        over.addAll(up.values());
        over.sort(Comparator.comparingInt(Call::placedAt));
        return new Ledger(List.copyOf(over));
    }

    private static void take(int at, int life, JsonNode event, Map<UUID, Call> up, List<Call> over) {
        if (event.isEmpty()) {
            up.values().stream()
                    .filter(call -> call.life == life)
                    .toList()
                    .forEach(call -> over.add(up.remove(call.id).ended(at, true)));
            return;
        }
        UUID id = UUID.fromString(event.path("call").asText());
        if (event.path("event").asText().equals("placed")) {
            Call call = new Call(
                    id,
                    life,
                    UUID.fromString(event.path("tenant").asText()),
                    UUID.fromString(event.path("campaign").asText()),
                    event.path("to").asText(),
                    event.path("at").asText(),
                    at,
                    Integer.MAX_VALUE,
                    false);
            @Nullable Call twice = up.put(id, call);
            if (twice != null) {
                over.add(twice);
            }
        } else if (event.path("event").asText().equals("ended")) {
            Call call = up.remove(id);
            if (call != null) {
                over.add(call.ended(at, false));
            }
        }
    }

    public Ledger where(Predicate<Call> which) {
        return new Ledger(calls.stream().filter(which).toList());
    }

    /** The most calls that were up at once. */
    public int peak() {
        List<int[]> edges = new ArrayList<>();
        for (Call call : calls) {
            edges.add(new int[] {call.placedAt, 1});
            if (call.endedAt != Integer.MAX_VALUE) {
                edges.add(new int[] {call.endedAt, -1});
            }
        }
        edges.sort(Comparator.comparingInt(edge -> edge[0]));
        int peak = 0;
        int up = 0;
        for (int[] edge : edges) {
            up += edge[1];
            peak = Math.max(peak, up);
        }
        return peak;
    }
}
