package io.tandem.tests.autocall;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.tests.Api;
import io.tandem.tests.Database;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Names are unique in a tenant, whoever writes them and however many at once. (autocall-v3.md, D13) */
abstract class CampaignNamesContract extends AutocallContract {

    private static final String TAKEN = "campaign_name is already taken";
    private static final int RACERS = 12;

    CampaignNamesContract(Database database) {
        super(database);
    }

    @Test
    void refusesANameThatIsTaken_case9() {
        v3.campaign("a");

        assertError(create("a"), 400, TAKEN);
        assertError(create("  a "), 400, TAKEN);
        assertThat(create("A").status()).isEqualTo(201);
    }

    @Test
    void letsTenantsHaveTheSameNames_case10() {
        new Autocall(gateway.tenant("b").autocall()).campaign("a");

        assertThat(create("a").status()).isEqualTo(201);
    }

    @Test
    void refusesToRenameToATakenName_case19() {
        v3.campaign("a");
        String other = v3.campaign("b");

        assertError(v3.edit(other, "campaign_name", "a"), 400, TAKEN);
        assertOk(v3.edit(other, "campaign_name", "b"));
        assertThat(v3.shown(other).path("campaign_name").asText()).isEqualTo("b");
    }

    @Test
    void freesTheNamesOfDeletedAndRenamedCampaigns() {
        String gone = v3.campaign("a");
        String renamed = v3.campaign("b");
        api.patch("/v3/campaign/" + gone + "/active", Api.object("active", false));

        assertOk(api.delete("/v3/campaign/" + gone));
        assertOk(v3.edit(renamed, "campaign_name", "c"));

        assertThat(create("a").status()).isEqualTo(201);
        assertThat(create("b").status()).isEqualTo(201);
    }

    @Test
    void letsExactlyOneOfManyCreateAName() {
        List<Api.Answer> answers = race(RACERS, number -> create("one"));

        assertOneWon(answers, 201);
        assertThat(api.get("/v3/campaign").json().path("total").asInt()).isEqualTo(1);
    }

    @Test
    void letsExactlyOneOfManyRenameToAName() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < RACERS; i++) {
            ids.add(v3.campaign("campaign " + i));
        }

        List<Api.Answer> answers = race(
                RACERS,
                number -> api.put(
                        "/v3/campaign/" + ids.get(number), Api.object("campaign_name", "one", "type", "autocall")));

        assertOneWon(answers, 200);
        assertThat(ids.stream()
                        .map(id -> v3.shown(id).path("campaign_name").asText())
                        .filter("one"::equals))
                .hasSize(1);
    }

    @Test
    void letsExactlyOneOfManyCreateOrRenameToAName() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < RACERS / 2; i++) {
            ids.add(v3.campaign("campaign " + i));
        }

        List<Api.Answer> answers = race(
                RACERS,
                number -> number < ids.size()
                        ? api.put(
                                "/v3/campaign/" + ids.get(number),
                                Api.object("campaign_name", "one", "type", "autocall"))
                        : create("one"));

        assertThat(answers).filteredOn(answer -> answer.status() < 300).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() >= 300)
                .allSatisfy(lost -> assertError(lost, 400, TAKEN));
    }

    private static void assertOneWon(List<Api.Answer> answers, int status) {
        assertThat(answers).filteredOn(answer -> answer.status() == status).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != status)
                .hasSize(RACERS - 1)
                .allSatisfy(lost -> assertError(lost, 400, TAKEN));
    }

    private Api.Answer create(String name) {
        return api.post("/v3/campaign", Api.object("campaign_name", name, "type", "autocall"));
    }
}
