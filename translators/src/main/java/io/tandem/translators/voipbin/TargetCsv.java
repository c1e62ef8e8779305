package io.tandem.translators.voipbin;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A CSV file of targets: a header with some of the columns {@code name, detail, data, destination_0 … destination_4} in
 * any order, other columns are ignored; separated by commas, quoted as usual, UTF-8 with or without a byte order mark;
 * empty lines are no rows. (voipbin-v1.md, section 3 "bulk import")
 */
public final class TargetCsv {

    /** Characters of the longest row, which is held in memory. */
    private static final int LONGEST_ROW = 1 << 20;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** What the decoder puts where bytes are no UTF-8. */
    private static final String NO_CHARACTER = "\uFFFD";

    private TargetCsv() {}

    /**
     * Hands over every row in order, as it is read. Where the file is no CSV any more, one refused row says so and is the
     * last.
     *
     * @throws UncheckedIOException if the stream breaks
     */
    public static void read(InputStream file, Consumer<ImportRow> rows) {
        Reader text = new InputStreamReader(file, StandardCharsets.UTF_8);
        long line = 1;
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .maxBufferSize(LONGEST_ROW)
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            Iterator<CsvRecord> records = csv.iterator();
            List<String> header = records.hasNext() ? header(records.next()) : List.of();
            if (header.stream().noneMatch(column -> column.startsWith("destination_"))) {
                rows.accept(new ImportRow.Refused(
                        line, "The first line must be a header with a column destination_0 to destination_4."));
                return;
            }
            while (records.hasNext()) {
                CsvRecord record = records.next();
                line = record.getStartingLineNumber();
                rows.accept(row(header, record));
            }
        } catch (CsvParseException broken) {
            if (broken.getCause() instanceof IOException lost) {
                throw new UncheckedIOException(lost);
            }
            rows.accept(new ImportRow.Refused(
                    line, "The file is not well-formed CSV behind this line, and was not read on."));
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }

    private static List<String> header(CsvRecord record) {
        List<String> names = new ArrayList<>();
        for (String name : record.getFields()) {
            boolean isMarked = names.isEmpty() && name.startsWith(BYTE_ORDER_MARK);
            names.add((isMarked ? name.substring(1) : name).strip().toLowerCase(Locale.ROOT));
        }
        return names;
    }

    private static ImportRow row(List<String> header, CsvRecord record) {
        long line = record.getStartingLineNumber();
        Map<String, String> columns = new HashMap<>();
        for (int i = 0; i < Math.min(header.size(), record.getFieldCount()); i++) {
            String value = record.getField(i);
            if (value.contains(NO_CHARACTER)) {
                return new ImportRow.Refused(line, header.get(i) + " is not UTF-8.");
            }
            columns.putIfAbsent(header.get(i), value);
        }
        return new ImportRow.Read(line, VoipbinTargets.ofColumns(columns));
    }
}
