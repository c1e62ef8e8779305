package io.tandem.gateway.voipbin;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.gateway.http.Fault;
import io.tandem.gateway.http.JsonBodies;
import io.tandem.gateway.http.Refusal;
import io.tandem.translators.voipbin.ImportRow;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

/**
 * A file of targets in NDJSON: each line is the body of {@code POST /outdials/{id}/targets}, read as strictly; lines of
 * white space are no rows. (voipbin-v1.md, section 3 "bulk import")
 */
final class TargetLines {

    /** Bytes of the longest line, which is held in memory; a longer one is passed over. */
    private static final int LONGEST_LINE = 1 << 20;

    private final JsonBodies bodies;

    TargetLines(JsonBodies bodies) {
        this.bodies = bodies;
    }

    /**
     * Hands over every row in order, as it is read.
     *
     * @throws UncheckedIOException if the stream breaks
     */
    void read(InputStream file, Consumer<ImportRow> rows) {
        try (InputStream bytes = new BufferedInputStream(file)) {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            long number = 1;
            long length = 0;
            for (int next = bytes.read(); next >= 0; next = bytes.read()) {
                if (next == '\n') {
                    take(number, line, length, rows);
                    line.reset();
                    length = 0;
                    number++;
                } else {
                    length++;
                    if (length <= LONGEST_LINE) {
                        line.write(next);
                    }
                }
            }
            take(number, line, length, rows);
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }

    private void take(long number, ByteArrayOutputStream line, long length, Consumer<ImportRow> rows) {
        if (length > LONGEST_LINE) {
            rows.accept(new ImportRow.Refused(number, "The line is longer than " + LONGEST_LINE + " bytes."));
        } else if (!isBlank(line.toByteArray())) {
            rows.accept(row(number, line.toByteArray()));
        }
    }

    private ImportRow row(long number, byte[] line) {
        try {
            JsonNode body = bodies.read(line);
            return new ImportRow.Read(number, body);
        } catch (Refusal unreadable) {
            String why = unreadable.fault() instanceof Fault.BadBody body ? body.detail() : "it is not JSON";
            return new ImportRow.Refused(number, "The line cannot be read: " + why + ".");
        }
    }

    private static boolean isBlank(byte[] line) {
        for (byte b : line) {
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }
}
