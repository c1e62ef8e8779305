package io.tandem.translators.voipbin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tandem.campaigns.model.Tag;
import io.tandem.campaigns.ports.Page;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class VoipbinPageTest {

    private static final Comparator<Tag> NEWEST_FIRST =
            Comparator.comparing(Tag::created).thenComparing(Tag::id).reversed();

    @ParameterizedTest
    @CsvSource(
            value = {
                "NULL, 100",
                "'', 100",
                "0, 100",
                "-5, 100",
                "101, 100",
                "1000, 100",
                "99999999999999999999, 100",
                "1, 1",
                "100, 100",
                "+7, 7"
            },
            nullValues = "NULL")
    void readsASize(@Nullable String sent, int size) {
        assertThat(VoipbinPage.read(sent, null).size()).isEqualTo(size);
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "1.5", " ", "0x10"})
    void refusesASizeThatIsNoNumber(String sent) {
        WireFault fault = catchThrowableOfType(WireFault.class, () -> VoipbinPage.read(sent, null));

        assertThat(fault.reason()).isEqualTo(WireFault.Reason.INVALID_REQUEST_PARAMETER);
        assertThat(fault.field()).isEqualTo("page_size");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2022-04-28 02:16:39.712142",
                "2022-04-28T02:16:39.712142Z",
                "2022-04-28T02:16:39.712142",
                "2022-04-28 09:16:39.712142+07:00"
            })
    void readsATokenInEitherForm(String token) {
        UUID id = Sample.OTHER;

        assertThat(VoipbinPage.read(null, token)).isEqualTo(new VoipbinPage(100, Sample.CREATED, null));
        assertThat(VoipbinPage.read(null, token + "," + id)).isEqualTo(new VoipbinPage(100, Sample.CREATED, id));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "2022-13-01 00:00:00.000000",
                "2022-04-28",
                "+12022-04-28T02:16:39Z",
                "2022-04-28 02:16:39.712142,",
                "2022-04-28 02:16:39.712142,x",
                ",c1d2e3f4-a5b6-7890-cdef-123456789012"
            })
    void refusesAnyOtherToken(String token) {
        WireFault fault = catchThrowableOfType(WireFault.class, () -> VoipbinPage.read(null, token));

        assertThat(fault.reason()).isEqualTo(WireFault.Reason.INVALID_REQUEST_PARAMETER);
        assertThat(fault.field()).isEqualTo("page_token");
    }

    @Test
    void givesATokenOnTheLastPageTooAndNoneWithoutRows() {
        ObjectNode one = VoipbinPage.read(null, null).answer(tags(1, 1), VoipbinPageTest::show, WireVersion.DEFAULT);
        ObjectNode none = VoipbinPage.read(null, null).answer(tags(0, 1), VoipbinPageTest::show, WireVersion.DEFAULT);

        assertThat(one.path("next_page_token").asText()).isEqualTo("2022-04-28 02:16:39.712142");
        assertThat(none).hasToString("{\"result\":[],\"next_page_token\":\"\"}");
    }

    @ParameterizedTest
    @EnumSource
    void walksAListWithoutGapOrRepeat(WireVersion version) {
        List<Tag> rows = tags(250, 1);

        List<List<String>> pages = walk(rows, "100", version);

        assertThat(pages.stream().map(List::size)).containsExactly(100, 100, 50, 0);
        assertThat(pages.stream().flatMap(List::stream)).containsExactlyElementsOf(ids(rows));
    }

    @ParameterizedTest
    @EnumSource
    void walksAListWhoseRowsShareTheirInstants(WireVersion version) {
        List<Tag> rows = tags(50, 7);

        List<List<String>> pages = walk(rows, "3", version);

        assertThat(pages.stream().flatMap(List::stream)).containsExactlyElementsOf(ids(rows));
    }

    @Test
    void namesTheRowOnlyWhereTheNextHasTheSameInstant() {
        List<Tag> rows = tags(4, 2);

        String within = VoipbinPage.read("1", null)
                .answer(rows, VoipbinPageTest::show, WireVersion.V2026_08)
                .path("next_page_token")
                .asText();
        String between = VoipbinPage.read("2", null)
                .answer(rows, VoipbinPageTest::show, WireVersion.V2026_08)
                .path("next_page_token")
                .asText();

        assertThat(within)
                .isEqualTo(WireTime.rfc3339(rows.get(0).created()) + ","
                        + rows.get(0).id());
        assertThat(between).isEqualTo(WireTime.rfc3339(rows.get(1).created()));
    }

    private static List<List<String>> walk(List<Tag> rows, String size, WireVersion version) {
        List<List<String>> pages = new ArrayList<>();
        String token = "";
        do {
            VoipbinPage page = VoipbinPage.read(size, token);
            ObjectNode answer = page.answer(find(rows, page.query()), VoipbinPageTest::show, version);
            List<String> ids = new ArrayList<>();
            for (JsonNode row : answer.path("result")) {
                ids.add(row.path("id").asText());
            }
            pages.add(ids);
            token = answer.path("next_page_token").asText();
        } while (!token.isEmpty());
        return pages;
    }

    /** What a store answers. */
    private static List<Tag> find(List<Tag> rows, Page page) {
        return rows.stream()
                .filter(row -> page.before() == null
                        || row.created().isBefore(page.before())
                        || (row.created().equals(page.before())
                                && page.beforeId() != null
                                && row.id().compareTo(page.beforeId()) < 0))
                .limit(page.limit())
                .toList();
    }

    private static List<Tag> tags(int count, int perInstant) {
        List<Tag> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Instant created = Sample.CREATED.plusNanos(1000L * (i / perInstant));
            rows.add(new Tag(Sample.TENANT_ID, new UUID(1, i * 37 % 256), "t", "", created, null, null));
        }
        rows.sort(NEWEST_FIRST);
        return rows;
    }

    private static List<String> ids(List<Tag> rows) {
        return rows.stream().map(row -> row.id().toString()).toList();
    }

    private static ObjectNode show(Tag tag) {
        return VoipbinTags.show(tag, WireVersion.DEFAULT);
    }
}
