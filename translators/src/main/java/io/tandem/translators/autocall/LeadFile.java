package io.tandem.translators.autocall;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.tandem.campaigns.model.Target;
import io.tandem.campaigns.model.Tenant;
import io.tandem.campaigns.ports.Ids;
import io.tandem.campaigns.rules.Networks;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Iterator;
import java.util.UUID;

/**
 * The rows of an uploaded file of leads, read as they are asked for. (autocall-v3.md, D37)
 *
 * <p>UTF-8 with or without a byte order mark; a header row; separated by comma, semicolon or tab, whichever the header
 * has most of; quoted as usual. Empty lines are no rows. Numbers that the list already has, or that come twice in the
 * file, are the importer's to find.
 *
 * <p>Every method throws {@link LeadFileUnreadable} when the file cannot be read on. Not for use by several threads.
 */
public final class LeadFile implements Iterator<LeadFile.Row>, Closeable {

    /** Longest header; the separator is found in it. */
    private static final int LONGEST_HEADER = 65_536;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final CsvReader<CsvRecord> csv;
    private final CloseableIterator<CsvRecord> records;
    private final LeadRows rows;

    /** One row. {@code line} counts the file's lines from 1, the header included. */
    public sealed interface Row {
        long line();
    }

    /** A row that can become a target. */
    public record Good(long line, Target target) implements Row {}

    /** A row that cannot, with the reason in words. */
    public record Refused(long line, String reason) implements Row {}

    /**
     * Where the rows go.
     *
     * @param now when the targets are made
     */
    public record Upload(Tenant tenant, UUID list, Instant now) {}

    private LeadFile(CsvReader<CsvRecord> csv, CloseableIterator<CsvRecord> records, LeadRows rows) {
        this.csv = csv;
        this.records = records;
        this.rows = rows;
    }

    /** Opens a file and reads its header. Closing it closes the stream. */
    public static LeadFile open(InputStream file, Upload upload, Networks networks, Ids ids) {
        return guarded(() -> {
            BufferedReader text = new BufferedReader(new InputStreamReader(
                    file,
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT)));
            CsvReader<CsvRecord> csv = CsvReader.builder()
                    .fieldSeparator(separator(text))
                    .allowUnclosedQuote(false)
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .ofCsvRecord(text);
            CloseableIterator<CsvRecord> records = csv.iterator();
            if (!records.hasNext()) {
                throw new LeadFileUnreadable("The file is empty: its first line must name the columns.");
            }
            LeadColumns columns = LeadColumns.of(records.next().getFields());
            return new LeadFile(csv, records, new LeadRows(columns, upload, networks, ids));
        });
    }

    /** Passes over rows that were imported before; a file that has fewer has no rows left. */
    public void skip(long count) {
        guarded(() -> {
            for (long skipped = 0; skipped < count && records.hasNext(); skipped++) {
                records.next();
            }
            return count;
        });
    }

    @Override
    public boolean hasNext() {
        return guarded(records::hasNext);
    }

    @Override
    public Row next() {
        return guarded(() -> rows.read(records.next()));
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }

    /** Passes over a byte order mark and finds the separator in the first line; reads nothing else. */
    private static char separator(BufferedReader text) throws IOException {
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
        text.mark(LONGEST_HEADER + 1);
        int commas = 0;
        int semicolons = 0;
        int tabs = 0;
        boolean quoted = false;
        for (int length = 0; ; length++) {
            if (length == LONGEST_HEADER) {
                throw new LeadFileUnreadable("The first line is too long to be a header.");
            }
            int character = text.read();
            if (character < 0 || (!quoted && (character == '\n' || character == '\r'))) {
                break;
            }
            quoted ^= character == '"';
            commas += !quoted && character == ',' ? 1 : 0;
            semicolons += !quoted && character == ';' ? 1 : 0;
            tabs += !quoted && character == '\t' ? 1 : 0;
        }
        text.reset();
        if (tabs > commas && tabs > semicolons) {
            return '\t';
        }
        return semicolons > commas ? ';' : ',';
    }

    private interface Step<T> {
        T take() throws IOException;
    }

    private static <T> T guarded(Step<T> step) {
        try {
            return step.take();
        } catch (IOException broken) {
            throw unreadable(broken);
        } catch (UncheckedIOException broken) {
            throw broken.getCause() instanceof CharacterCodingException coding ? unreadable(coding) : broken;
        } catch (CsvParseException broken) {
            if (broken.getCause() instanceof CharacterCodingException coding) {
                throw unreadable(coding);
            }
            throw new LeadFileUnreadable("The file is not well-formed CSV: " + broken.getMessage(), broken);
        }
    }

    private static RuntimeException unreadable(IOException broken) {
        return broken instanceof CharacterCodingException
                ? new LeadFileUnreadable("The file is not UTF-8 text: save it as \"CSV UTF-8\".", broken)
                : new UncheckedIOException(broken);
    }
}
