package io.tandem.gateway.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import io.tandem.campaigns.model.Destination.PhoneNumber;
import io.tandem.translators.phone.PhoneReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The shipped list, dealt out: odd data rows to one campaign, even ones to the other, each number to one of the two only.
 *
 * @param odd a CSV file of the odd rows, good and bad as they are, less those whose number an even row had before
 * @param even names and numbers of the even rows that can be called
 * @param evenLeftOut even rows without a usable number, or with one that came before
 */
record DemoList(String odd, List<Lead> even, int evenLeftOut) {

    private static final String FILE = "/examples/leads-1000.csv";
    private static final int NAME = 0;
    private static final int NUMBER = 1;

    /** A name and a number as written. */
    record Lead(String name, String number) {}

    static DemoList deal(PhoneReader phones) {
        List<List<String>> rows = rows();
        StringWriter odd = new StringWriter();
        CsvWriter oddRows = CsvWriter.builder().build(odd);
        oddRows.writeRecord(rows.get(0));
        List<Lead> even = new ArrayList<>();
        Set<String> oddNumbers = new HashSet<>();
        Set<String> evenNumbers = new HashSet<>();
        int leftOut = 0;
        for (int row = 1; row < rows.size(); row++) {
            List<String> cells = rows.get(row);
            Optional<String> number = phones.read(cells.get(NUMBER)).map(PhoneNumber::text);
            if (row % 2 == 1) {
                if (number.isEmpty() || !evenNumbers.contains(number.get())) {
                    oddRows.writeRecord(cells);
                    number.ifPresent(oddNumbers::add);
                }
            } else if (number.isPresent() && !oddNumbers.contains(number.get()) && evenNumbers.add(number.get())) {
                even.add(new Lead(cells.get(NAME), cells.get(NUMBER)));
            } else {
                leftOut++;
            }
        }
        flush(oddRows);
        return new DemoList(odd.toString(), even, leftOut);
    }

    private static void flush(CsvWriter rows) {
        try {
            rows.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file's rows, header first. */
    private static List<List<String>> rows() {
        try (InputStream file = Objects.requireNonNull(DemoList.class.getResourceAsStream(FILE), FILE);
                CsvReader<CsvRecord> csv = CsvReader.builder()
                        .detectBomHeader(true)
                        .ofCsvRecord(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return csv.stream().map(CsvRecord::getFields).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
