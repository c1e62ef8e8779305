package io.tandem.tests.voipbin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.tests.Api;
import io.tandem.tests.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Outplans, outdials, targets and the pages of all lists: section 6, numbers 31 to 41. */
abstract class DialObjectsContract extends V1Contract {

    private static final int CROWD = 250;

    @SuppressWarnings("NullAway.Init")
    private V1 crowded;

    DialObjectsContract(Database database) {
        super(database);
    }

    @BeforeAll
    void makeManyOutplans() {
        crowded = client();
        for (int i = 0; i < CROWD; i++) {
            crowded.outplan("name", "plan " + i);
        }
    }

    /** 31 and 32. */
    @Test
    void anOutplanIsInMillisecondsAndItsDialInfoHasARouteOfItsOwn() {
        V1 v1 = client();
        Object[] sent = {
            "name", "test outplan",
            "detail", "test outplan detail",
            "source", V1.tel("+821100000001"),
            "dial_timeout", 30000,
            "try_interval", 600000,
            "max_try_count_0", 5,
            "max_try_count_1", 5,
            "max_try_count_2", 5,
            "max_try_count_3", 5,
            "max_try_count_4", 5
        };

        JsonNode made = v1.post("/outplans", Api.object(sent));

        String id = made.path("id").asText();
        JsonNode read = v1.get("/outplans/" + id);
        assertThat(read).isEqualTo(made);
        Api.object(sent).properties().stream()
                .filter(field -> !field.getKey().equals("source"))
                .forEach(field ->
                        assertThat(read.path(field.getKey())).as(field.getKey()).isEqualTo(field.getValue()));
        assertThat(read.at("/source/target").asText()).isEqualTo("+821100000001");

        JsonNode changed = v1.put("/outplans/" + id + "/dial_info", "name", "no", "dial_timeout", 20000);
        JsonNode again = v1.put("/outplans/" + id + "/dials", "max_try_count_4", 0);

        assertThat(changed.path("name").asText()).isEqualTo("test outplan");
        assertThat(changed.path("dial_timeout").asInt()).isEqualTo(20000);
        assertThat(again.path("dial_timeout").asInt()).isEqualTo(20000);
        assertThat(again.path("max_try_count_4").asInt()).isZero();
        assertThat(v1.put("/outplans/" + id, "name", "new").path("dial_timeout").asInt())
                .isEqualTo(20000);
        assertRefused(
                v1.api().put("/v1.0/outplans/" + id + "/dial_info", Api.object("try_interval", -1)),
                400,
                "INVALID_ARGUMENT");
    }

    /** A phone rings three minutes at most, whichever dialect asks. (mapping.md, ring timeout) */
    @Test
    void aPhoneRingsForThreeMinutesAtMost() {
        V1 v1 = client();
        String outplan = v1.outplan("dial_timeout", 180_000);

        for (Object tooLong : List.of(180_001, 31_536_000_000L)) {
            for (Api.Answer refused : List.of(
                    v1.api().post("/v1.0/outplans", Api.object("name", "p", "dial_timeout", tooLong)),
                    v1.api().put("/v1.0/outplans/" + outplan + "/dial_info", Api.object("dial_timeout", tooLong)))) {
                assertRefused(refused, 400, "INVALID_ARGUMENT");
                assertThat(refused.text("/error/details/0/field")).isEqualTo("dial_timeout");
            }
        }
        assertThat(v1.get("/outplans/" + outplan).path("dial_timeout").asInt()).isEqualTo(180_000);
    }

    /** 34. */
    @Test
    void anOutdialNeedsNoCampaign() {
        V1 v1 = client();

        JsonNode made = v1.post("/outdials", Api.object("name", "o", "data", Map.of("k", 1)));

        assertThat(made.path("campaign_id").asText()).isEqualTo(V1.NIL);
        assertThat(made.path("data").asText()).isEqualTo("{\"k\":1}");
        assertThat(v1.get("/outdials/" + made.path("id").asText())).isEqualTo(made);
    }

    /** 35. */
    @Test
    void aTargetIsBornIdleAndUntried() {
        V1 v1 = client();
        String outdial = v1.outdial();
        String path = "/outdials/" + outdial + "/targets";

        JsonNode made = v1.post(path, Api.object("name", "n", "destination_0", V1.tel("+15559876543")));

        assertThat(made.path("status").asText()).isEqualTo("idle");
        assertThat(made.path("outdial_id").asText()).isEqualTo(outdial);
        assertThat(made.has("customer_id")).isFalse();
        assertThat(made.path("tm_update")).isEqualTo(made.path("tm_create"));
        assertThat(made.at("/destination_0/target").asText()).isEqualTo("+15559876543");
        JsonNode newest = v1.newest().get(path + "/" + made.path("id").asText());
        for (int i = 0; i < 5; i++) {
            assertThat(made.path("try_count_" + i).asInt(-1)).isZero();
            if (i > 0) {
                assertThat(made.path("destination_" + i).isNull()).isTrue();
                assertThat(newest.path("destination_" + i)).isEqualTo(Api.object());
            }
        }
    }

    /** 36. */
    @Test
    void aTargetOfNobodyIsRefused() {
        V1 v1 = client();
        String outdial = v1.outdial();

        for (Object body : List.of(
                Api.object("name", "n"),
                Api.object("name", "n", "destination_0", Map.of()),
                Api.object("name", "n", "destination_0", null, "destination_1", V1.tel("")))) {
            assertRefused(v1.api().post("/v1.0/outdials/" + outdial + "/targets", body), 400, "INVALID_ARGUMENT");
        }
        assertThat(v1.list("/outdials/" + outdial + "/targets")).isEmpty();
    }

    /** 38. */
    @Test
    void aTargetIsReachedThroughItsOwnOutdialOnly() {
        V1 v1 = client();
        String outdial = v1.outdial();
        String other = v1.outdial();
        String target = v1.target(outdial, V1.number(1, "99000"));
        JsonNode before = v1.get("/outdials/" + outdial + "/targets/" + target);
        String wrong = "/v1.0/outdials/" + other + "/targets/" + target;
        V1 stranger = client();
        String foreign = "/v1.0/outdials/" + stranger.outdial() + "/targets/" + target;

        assertRefused(v1.api().get(wrong), 400, "INVALID_ARGUMENT");
        assertRefused(v1.api().delete(wrong), 400, "INVALID_ARGUMENT");
        assertRefused(stranger.api().get(foreign), 404, "OUTDIAL_TARGET_NOT_FOUND");
        assertRefused(stranger.api().delete(foreign), 404, "OUTDIAL_TARGET_NOT_FOUND");
        assertRefused(stranger.api().get("/v1.0/outdials/" + outdial + "/targets"), 404, "OUTDIAL_NOT_FOUND");

        assertThat(v1.get("/outdials/" + outdial + "/targets/" + target)).isEqualTo(before);
    }

    /** 39. */
    @Test
    void pagesLeadToTheEndWithoutAGapOrARepeat() {
        List<Integer> sizes = new ArrayList<>();
        List<String> names = new ArrayList<>();
        String token = "";

        while (sizes.isEmpty() || sizes.get(sizes.size() - 1) > 0) {
            JsonNode page = crowded.get("/outplans?page_size=100&page_token=" + token.replace(" ", "%20"));
            page.path("result").forEach(row -> names.add(row.path("name").asText()));
            sizes.add(page.path("result").size());
            token = page.path("next_page_token").asText();
            assertThat(sizes).hasSizeLessThanOrEqualTo(4);
        }

        assertThat(sizes).containsExactly(100, 100, 50, 0);
        assertThat(token).isEmpty();
        assertThat(names)
                .isEqualTo(IntStream.range(0, CROWD)
                        .mapToObj(i -> "plan " + (CROWD - 1 - i))
                        .toList());
    }

    /** 41. */
    @ParameterizedTest
    @ValueSource(strings = {"", "?page_size=0", "?page_size=-5", "?page_size=1000", "?page_size=100"})
    void aPageHasAHundredRowsUnlessFewerAreAsked(String query) {
        assertThat(crowded.list("/outplans" + query)).hasSize(100);
    }

    /** 41. */
    @Test
    void aPageSizeIsANumber() {
        assertThat(crowded.list("/outplans?page_size=7")).hasSize(7);
        assertRefused(crowded.api().get("/v1.0/outplans?page_size=abc"), 400, "INVALID_REQUEST_PARAMETER");
        assertRefused(crowded.api().get("/v1.0/outplans?page_token=abc"), 400, "INVALID_REQUEST_PARAMETER");
    }
}
