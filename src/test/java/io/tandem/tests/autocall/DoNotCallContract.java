package io.tandem.tests.autocall;

import static io.tandem.tests.autocall.TestNumbers.ANSWERED;
import static io.tandem.tests.autocall.TestNumbers.BUSY;
import static io.tandem.tests.autocall.TestNumbers.dialled;
import static io.tandem.tests.autocall.TestNumbers.number;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.tests.Api;
import io.tandem.tests.Database;
import io.tandem.tests.Journal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The do-not-call list, event hooks, and the reset of lists. (autocall-v3.md, 1.5, 1.9 and 1.10) */
abstract class DoNotCallContract extends AutocallContract {

    private static final String EVENT = "/v1/event";
    private static final String BLACKLIST = "/v1/blacklist";

    DoNotCallContract(Database database) {
        super(database);
    }

    private Api.Answer blacklist(String... numbers) {
        return api.post(
                BLACKLIST,
                Api.object(
                        "blacklist",
                        List.of(numbers).stream()
                                .map(number -> Api.object("phone_number", number, "description", "spam"))
                                .toList()));
    }

    @Test
    void listsNumbersOnce() {
        assertOk(blacklist("0899990988"));

        Api.Answer answer = blacklist("+84899990988", "0899990989", "0899990989", "12");

        assertOk(answer);
        assertThat(answer.json())
                .isEqualTo(Api.object(
                        "fail",
                        List.of(
                                Api.object("12", "Does not match pattern '^(84|0[3|5|7|8|9])+([0-9]{8})$'"),
                                Api.object("+84899990988", "phone_number is duplicate"),
                                Api.object("0899990989", "phone_number is duplicate")),
                        "message",
                        "successfully",
                        "success",
                        List.of("0899990989")));
        JsonNode all = api.get(BLACKLIST).json();
        assertThat(all.path("total").asInt()).isEqualTo(2);
        assertThat(all.path("limit").asInt()).isEqualTo(10);
        JsonNode entry = api.get(BLACKLIST + "/0899990988").json();
        assertThat(entry)
                .isEqualTo(Api.object("id", entry.get("id"), "phone_number", "0899990988", "description", "spam"));
        assertThat(api.get(BLACKLIST + "/" + entry.get("id").asText()).json()).isEqualTo(entry);
        assertThat(api.get(BLACKLIST + "/84899990988").json()).isEqualTo(entry);
        Api stranger = gateway.tenant("b").autocall();
        assertThat(stranger.get(BLACKLIST).json().path("total").asInt()).isZero();
        assertError(stranger.get(BLACKLIST + "/" + entry.get("id").asText()), 404, NOT_FOUND);
        assertError(stranger.get(BLACKLIST + "/0899990988"), 404, NOT_FOUND);
        assertError(api.get(BLACKLIST + "/nobody"), 404, NOT_FOUND);
    }

    @Test
    void takesNumbersOff() {
        blacklist("0899990988", "0899990989");

        Api.Answer answer = api.send(
                "DELETE",
                BLACKLIST,
                Api.object("blacklist", List.of("84899990988", "0899990977")).toString());

        assertOk(answer);
        assertThat(answer.json())
                .isEqualTo(Api.object(
                        "fail",
                        List.of(Api.object("0899990977", "phone_number is not found")),
                        "message",
                        "successfully",
                        "success",
                        List.of("84899990988")));
        assertThat(api.get(BLACKLIST).json().path("total").asInt()).isEqualTo(1);
    }

    @Test
    void namesWhatIsWrongWithABlacklist() {
        assertViolations(api.post(BLACKLIST, "{}"), "(root)", "blacklist is required");
        assertViolations(api.post(BLACKLIST, "{\"blacklist\":[]}"), "blacklist", "Array must have at least 1 items");
        assertViolations(
                api.post(BLACKLIST, "{\"blacklist\":[{\"phone_number\":1},{},\"x\"]}"),
                "blacklist.0.phone_number",
                "Invalid type. Expected: string, given: integer",
                "blacklist.1",
                "phone_number is required",
                "blacklist.2",
                "Invalid type. Expected: object, given: string");
    }

    @Test
    void doesNotCallAListedNumber_D43() {
        String listed = number(1, ANSWERED);
        blacklist(listed);
        String campaign = v3.campaign("dnc", "concurrent_call", 5);
        String list = v3.list(campaign);
        String lead = v3.lead(list, listed);
        v3.lead(list, number(2, ANSWERED));

        v3.start(campaign);
        eventually(() -> v3.ended(campaign) == 2);

        JsonNode shown = api.get("/v3/lead/" + lead).json();
        assertThat(shown.path("status").asText()).isEqualTo("DNC");
        assertThat(shown.path("alt_status").asText()).isEqualTo("dnc");
        assertThat(shown.path("called_count").asInt()).isZero();
        assertThat(gateway.journal().calls().stream()
                        .filter(call -> call.tenant().equals(tenant.id()))
                        .map(Journal.Call::to))
                .containsExactly(dialled(number(2, ANSWERED)));
        assertThat(api.get("/v3/cdr").json().path("total").asInt()).isEqualTo(1);
    }

    // ---- events

    @Test
    void keepsEventHooks() {
        Api.Answer made = api.post(
                EVENT,
                Api.object("callback_url", "https://webhook.demo/", "callback_apikey", "foo", "event", "hangup"));

        assertOk(made);
        String id = made.text("/id");
        assertThat(made.json()).isEqualTo(Api.object("created", true, "id", id));
        assertThat(api.get(EVENT).json())
                .isEqualTo(Api.object(
                        "data",
                        List.of(Api.object(
                                "id", id,
                                "event", "hangup",
                                "callback_url", "https://webhook.demo/",
                                "callback_apikey", "foo")),
                        "total",
                        1));
        assertError(gateway.tenant("b").autocall().delete(EVENT + "/" + id), 404, NOT_FOUND);
        Api.Answer deleted = api.delete(EVENT + "/" + id);
        assertOk(deleted);
        assertThat(deleted.json()).isEqualTo(Api.object("deleted", true));
        assertError(api.delete(EVENT + "/" + id), 404, NOT_FOUND);
        assertThat(api.get(EVENT).json().path("total").asInt()).isZero();
    }

    @Test
    void namesWhatIsWrongWithAnEventHook() {
        assertViolations(api.post(EVENT, "{}"), "(root)", "callback_url is required", "(root)", "event is required");
        assertViolations(
                api.post(EVENT, Api.object("callback_url", "https://a.example", "event", "create")),
                "event",
                "event must be one of the following: \"ringing\", \"answered\", \"hangup\", \"cdr\", \"missed\","
                        + " \"cdr_autocall\"");
        assertNames(api.post(EVENT, Api.object("callback_url", "http://127.0.0.1/", "event", "cdr")), "callback_url");
        assertNames(api.post(EVENT, Api.object("callback_url", "", "event", "cdr")), "callback_url");
        assertThat(api.get(EVENT).json().path("total").asInt()).isZero();
    }

    // ---- reset

    @Test
    void callsAResetListAgain() {
        String campaign = v3.campaign("reset", "concurrent_call", 5);
        String list = v3.list(campaign);
        String answered = v3.lead(list, number(10, ANSWERED));
        String busy = v3.lead(list, number(11, BUSY));
        v3.start(campaign);
        eventually(() -> v3.ended(campaign) == 2);
        assertThat(api.get("/v3/list/" + list).text("/reset_time")).isEqualTo("0001-01-01T00:00:00Z");

        Api.Answer none =
                api.post("/v3/list/" + list + "/reset", Api.object("type", "fail", "recall_status", List.of("failed")));
        Api.Answer answer =
                api.post("/v3/list/" + list + "/reset", Api.object("type", "fail", "recall_status", List.of("busy")));

        assertThat(none.json()).isEqualTo(Api.object("list_uuid", list, "total_reset", 0));
        assertOk(answer);
        assertThat(answer.json()).isEqualTo(Api.object("list_uuid", list, "total_reset", 1));
        eventually(() -> api.get("/v3/cdr").json().path("total").asInt() == 3 && v3.ended(campaign) == 2);
        assertThat(api.get("/v3/lead/" + busy).json().path("called_count").asInt())
                .isEqualTo(1);
        assertThat(api.get("/v3/lead/" + answered).json().path("called_count").asInt())
                .isEqualTo(1);
        assertThat(api.get("/v3/list/" + list).text("/reset_time")).startsWith("2030-");
        api.post("/v3/campaign/" + campaign + "/run/stop", "{}");
        assertThat(api.post("/v3/list/" + list + "/reset", "{}")
                        .json()
                        .path("total_reset")
                        .asInt())
                .isEqualTo(2);
        assertThat(api.get("/v3/lead/" + busy).text("/status")).isEqualTo("NEW");
        assertThat(v3.ended(campaign)).isZero();
    }

    @Test
    void refusesToResetWhatIsNotThere() {
        assertError(api.post("/v3/list/" + UNKNOWN_ID + "/reset", "{}"), 404, NOT_FOUND);
        String list = v3.list(v3.campaign("c"));
        assertViolations(
                api.post("/v3/list/" + list + "/reset", Api.object("type", "some")),
                "type",
                "type must be one of the following: \"all\", \"success\", \"fail\"");
        assertNames(
                api.post("/v3/list/" + list + "/reset", Api.object("recall_status", List.of("no_answered"))),
                "recall_status.0");
    }
}
