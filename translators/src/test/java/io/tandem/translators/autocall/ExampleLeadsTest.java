package io.tandem.translators.autocall;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.campaigns.model.Target;
import io.tandem.translators.autocall.LeadFile.Good;
import io.tandem.translators.autocall.LeadFile.Refused;
import io.tandem.translators.autocall.LeadFile.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shipped lists, which the demo dials: what they hold is promised to whoever counts. */
class ExampleLeadsTest {

    private static final Path EXAMPLES = Path.of("..", "examples");

    /** Test numbers that ring until the timeout or never end: not in a list that is to be dialled in seconds. */
    private static final Pattern SLOW = Pattern.compile(".*99[29]\\d\\d");

    @ParameterizedTest
    @ValueSource(strings = {"leads-1000.csv", "leads-1000-semicolon.csv"})
    void holdAThousandRows(String file) throws IOException {
        Counted counted = count(file);

        assertThat(counted.rows).hasSize(1000);
        assertThat(counted.rows.get(0).line()).isEqualTo(2);
        assertThat(counted.numbers).hasSize(970);
        assertThat(counted.duplicates)
                .containsExactly(
                        502L, 506L, 514L, 539L, 552L, 558L, 612L, 613L, 614L, 641L, 713L, 739L, 906L, 908L, 979L);
        assertThat(counted.refused)
                .extracting(Refused::line)
                .containsExactly(
                        70L, 71L, 107L, 137L, 268L, 348L, 460L, 540L, 676L, 686L, 764L, 776L, 781L, 831L, 980L);
        assertThat(counted.refused)
                .extracting(Refused::reason)
                .filteredOn("the row has no telephone number"::equals)
                .hasSize(6);
    }

    @Test
    void holdTheSameRowsWhicheverTheSeparator() throws IOException {
        assertThat(count("leads-1000.csv").rows).isEqualTo(count("leads-1000-semicolon.csv").rows);
    }

    @Test
    void beginWithAByteOrderMarkAndNameTheirColumns() throws IOException {
        assertThat(Files.readString(EXAMPLES.resolve("leads-1000.csv")))
                .startsWith("\uFEFFten,sdt,so_hop_dong,so_tien,ngay_hen\n");
        assertThat(Files.readString(EXAMPLES.resolve("leads-1000-semicolon.csv")))
                .startsWith("\uFEFFten;sdt;so_hop_dong;so_tien;ngay_hen\n");
    }

    @Test
    void holdSomeTestNumbersAndNoSlowOnes() throws IOException {
        Set<String> numbers = count("leads-1000.csv").numbers;

        assertThat(numbers).noneMatch(number -> SLOW.matcher(number).matches());
        assertThat(numbers).filteredOn(number -> number.matches(".*981\\d\\d")).hasSize(30);
        assertThat(numbers).filteredOn(number -> number.matches(".*990\\d\\d")).hasSize(30);
        assertThat(numbers).filteredOn(number -> number.matches(".*991\\d\\d")).hasSize(20);
        assertThat(numbers)
                .filteredOn(number -> number.matches(".*99[3-8]\\d\\d"))
                .hasSize(12);
        assertThat(numbers)
                .filteredOn(number -> number.matches(".*9[89]\\d\\d\\d"))
                .hasSize(92);
    }

    private record Counted(List<Row> rows, Set<String> numbers, List<Long> duplicates, List<Refused> refused) {}

    private static Counted count(String file) throws IOException {
        List<Row> rows = LeadFileTest.drain(LeadFileTest.open(Files.readAllBytes(EXAMPLES.resolve(file))));
        Counted counted = new Counted(rows, new HashSet<>(), new ArrayList<>(), new ArrayList<>());
        for (Row row : rows) {
            if (row instanceof Good good) {
                Target lead = good.target();
                if (!counted.numbers.add(LeadFileTest.number(lead))) {
                    counted.duplicates.add(good.line());
                }
            } else if (row instanceof Refused refused) {
                counted.refused.add(refused);
            }
        }
        return counted;
    }
}
