package io.tandem.translators.autocall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tandem.campaigns.model.Target;
import io.tandem.campaigns.rules.EarliestDay;
import io.tandem.campaigns.rules.NetworkPrefixes;
import io.tandem.translators.autocall.LeadFile.Good;
import io.tandem.translators.autocall.LeadFile.Refused;
import io.tandem.translators.autocall.LeadFile.Row;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeadFileTest {

    private static final UUID LIST = new UUID(4, 4);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "phone_number,lead_name\n0349719999,Hà\n",
                "ten;sdt\nHà;0349719999",
                "\uFEFFTEN\tSDT\r\nHà\t0349719999\r\n",
                "\"Phone\";\"Lead Name\"\n\"0349719999\";\"Hà\"\n",
                "Tên,SĐT\nHà,0349719999\n",
                " phone , ten \n 0349719999 , Hà \n",
            })
    void readsEveryFormOfTheHeader(String file) {
        List<Row> rows = read(file);

        assertThat(rows).hasSize(1);
        Target lead = lead(rows.get(0));
        assertThat(number(lead)).isEqualTo("+84349719999");
        assertThat(lead.name()).isEqualTo("Hà");
        assertThat(lead.data()).isEmpty();
        assertThat(lead.list()).isEqualTo(LIST);
        assertThat(lead.network()).isEqualTo("viettel");
    }

    @Test
    void aNetworkIsTakenFromItsColumnAndAnythingElseThereIsTheClients() {
        List<Row> rows = read("""
                Network,sdt
                Vina,0349719999
                ,0349719998
                4G,0349719997
                """);

        assertThat(lead(rows.get(0)).network()).isEqualTo("vina");
        assertThat(lead(rows.get(0)).networkGiven()).isTrue();
        assertThat(lead(rows.get(0)).data()).isEmpty();
        assertThat(lead(rows.get(1)).network()).isEqualTo("viettel");
        assertThat(lead(rows.get(1)).networkGiven()).isFalse();
        assertThat(lead(rows.get(2)).network()).isEqualTo("viettel");
        assertThat(lead(rows.get(2)).data()).isEqualTo("{\"Network\":\"4G\"}");
    }

    @Test
    void namedColumnsGoToTheLeadAndOthersToAdditional() {
        Target lead = lead(read("""
                sdt,lead_code,Số tiền,after_day,gender,,status
                0349 719 999,KH1,"1,250,000",2,f,x,NEW
                """).get(0));

        assertThat(lead.carried().get("autocall", "lead_code")).isEqualTo("\"KH1\"");
        assertThat(lead.carried().get("autocall", "gender")).isEqualTo("\"f\"");
        assertThat(lead.carried().get("autocall", "phone_number")).isEqualTo("\"0349 719 999\"");
        assertThat(lead.data()).isEqualTo("{\"Số tiền\":\"1,250,000\",\"column_6\":\"x\",\"status\":\"NEW\"}");
        assertThat(lead.due()).isEqualTo(EarliestDay.due(LocalDate.of(2026, 11, 23), ZoneId.of("Asia/Ho_Chi_Minh")));
    }

    @Test
    void aColumnNamedAdditionalIsOpened() {
        assertThat(lead(read("sdt;additional;b\n0349719999;\"{\"\"a\"\":1}\";2\n")
                                .get(0))
                        .data())
                .isEqualTo("{\"a\":1,\"b\":\"2\"}");
        assertThat(lead(read("sdt;additional\n0349719999;hello\n").get(0)).data())
                .isEqualTo("{\"additional\":\"hello\"}");
    }

    @Test
    void aSecondPhoneColumnIsKeptBesideTheFirst() {
        Target lead = lead(read("phone,sdt\n0349719999,0903123456\n").get(0));

        assertThat(number(lead)).isEqualTo("+84349719999");
        assertThat(lead.data()).isEqualTo("{\"sdt\":\"0903123456\"}");
    }

    @Test
    void refusesRowsInWordsByTheirLine() {
        List<Row> rows = read("""
                sdt,ten,after_day
                ,A,
                12ab,B,

                0349719999,C,soon
                0349719999,"two
                lines",
                0349719999,D,,extra
                0349719999
                0349719999,E\0,
                """);

        assertThat(rows)
                .filteredOn(Refused.class::isInstance)
                .containsExactly(
                        new Refused(2, "the row has no telephone number"),
                        new Refused(3, "\"12ab\" is not a number that can be called"),
                        new Refused(5, "after_day must be a whole number from 0 to 3650, not \"soon\""),
                        new Refused(8, "the row has 4 cells, the header 3"),
                        new Refused(10, "the cell under \"ten\" is not text"));
        assertThat(rows)
                .filteredOn(Good.class::isInstance)
                .extracting(Row::line)
                .containsExactly(6L, 9L);
    }

    @Test
    void goesOnAfterTheRowsThatWereRead() throws IOException {
        String file = "sdt\n0349719991\n\n0349719992\nbad\n0349719994\n";
        try (LeadFile open = open(file.getBytes(StandardCharsets.UTF_8))) {
            open.skip(3);

            assertThat(open.next().line()).isEqualTo(6);
            assertThat(open.hasNext()).isFalse();
        }
        try (LeadFile open = open(file.getBytes(StandardCharsets.UTF_8))) {
            open.skip(10);

            assertThat(open.hasNext()).isFalse();
        }
    }

    @Test
    void givesUpAFileWithoutAColumnOfNumbers() {
        assertThatThrownBy(() -> read("name,number\nA,0349719999\n"))
                .isInstanceOf(LeadFileUnreadable.class)
                .hasMessage("The header has no column with the telephone number: name it phone_number, phone or sdt."
                        + " It has: name, number.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\uFEFF", "\n\n"})
    void givesUpAnEmptyFile(String file) {
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(LeadFileUnreadable.class)
                .hasMessageContaining("empty");
    }

    @Test
    void givesUpAFileThatNamesAColumnTwice() {
        assertThatThrownBy(() -> read("sdt,a,a\n"))
                .isInstanceOf(LeadFileUnreadable.class)
                .hasMessage("The header has the column \"a\" twice.");
    }

    /** What it says is stored, and PostgreSQL stores no U+0000. */
    @Test
    void givesUpAHeaderThatIsNoTextWithoutQuotingIt() {
        for (byte[] file : new byte[][] {new byte[4096], "sdt,ten\n".getBytes(StandardCharsets.UTF_16LE)}) {
            assertThatThrownBy(() -> drain(open(file)))
                    .isInstanceOf(LeadFileUnreadable.class)
                    .hasMessage("The first line is not text.");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "windows-1252"})
    void givesUpAFileInAnotherEncoding(String charset) {
        byte[] file = "sdt,ten\n0349719999,Hà\n".getBytes(Charset.forName(charset));

        assertThatThrownBy(() -> drain(open(file)))
                .isInstanceOf(LeadFileUnreadable.class)
                .hasMessage("The file is not UTF-8 text: save it as \"CSV UTF-8\".");
    }

    @Test
    void givesUpWhereALaterByteIsNotUtf8ButKeepsTheRowsBefore() {
        StringBuilder many = new StringBuilder("sdt,ten\n");
        for (int i = 0; i < 5000; i++) {
            many.append("0349719999,Somebody\n");
        }
        byte[] file = many.append("0349719999,H\u00e0\n").toString().getBytes(StandardCharsets.ISO_8859_1);
        LeadFile open = open(file);

        assertThat(open.next()).isInstanceOf(Good.class);
        assertThatThrownBy(() -> drain(open))
                .isInstanceOf(LeadFileUnreadable.class)
                .hasMessageContaining("UTF-8");
    }

    @Test
    void givesUpAnUnclosedQuote() {
        assertThatThrownBy(() -> read("sdt,ten\n0349719999,\"A\n0349719998,B\n"))
                .isInstanceOf(LeadFileUnreadable.class)
                .hasMessageStartingWith("The file is not well-formed CSV: ");
    }

    @Test
    void givesUpAHeaderWithoutEnd() {
        assertThatThrownBy(() -> read("x".repeat(100_000))).isInstanceOf(LeadFileUnreadable.class);
    }

    static List<Row> read(String file) {
        return drain(open(file.getBytes(StandardCharsets.UTF_8)));
    }

    static LeadFile open(byte[] file) {
        return LeadFile.open(
                new ByteArrayInputStream(file),
                new LeadFile.Upload(Samples.TENANT, LIST, Samples.NOW),
                NetworkPrefixes.VIETNAM,
                Samples.ids());
    }

    static List<Row> drain(LeadFile open) {
        try (open) {
            List<Row> rows = new ArrayList<>();
            open.forEachRemaining(rows::add);
            return rows;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Target lead(Row row) {
        assertThat(row).isInstanceOf(Good.class);
        return ((Good) row).target();
    }

    static String number(Target lead) {
        return lead.destinations().get(0).destination().text();
    }
}
