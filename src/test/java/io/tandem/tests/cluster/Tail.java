package io.tandem.tests.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.tests.Api;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Follows a ledger that is being written, reading each line once. */
final class Tail {

    private final Path file;
    private final Map<UUID, Placed> last = new HashMap<>();
    private long read;
    private int placed;
    private int life = -1;

    /** The latest call of a tenant. */
    record Placed(int life, Instant at) {}

    Tail(Path file) {
        this.file = file;
    }

    /** Takes in what was written since the last time. */
    Tail follow() {
        if (!Files.exists(file)) {
            return this;
        }
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
            byte[] more = new byte[(int) (bytes.length() - read)];
            bytes.seek(read);
            bytes.readFully(more);
            int whole = more.length;
            while (whole > 0 && more[whole - 1] != '\n') {
                whole--;
            }
            read += whole;
            new String(more, 0, whole, StandardCharsets.UTF_8).lines().forEach(this::take);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void take(String line) {
        if (line.contains("\"event\":\"placed\"")) {
            int space = line.indexOf(' ');
            JsonNode event = Api.parse(line.substring(space + 1));
            placed++;
            life = Integer.parseInt(line.substring(0, space));
            last.put(
                    UUID.fromString(event.path("tenant").asText()),
                    new Placed(life, Instant.parse(event.path("at").asText())));
        }
    }

    /** Calls placed so far. */
    int placed() {
        return placed;
    }

    /** Which life placed the latest call; negative before the first. */
    int latest() {
        return life;
    }

    /** The tenant's latest call. */
    @Nullable
    Placed latestOf(UUID tenant) {
        return last.get(tenant);
    }
}
