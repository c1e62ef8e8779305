package io.tandem.tests.autocall;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.tests.Api;
import io.tandem.tests.Database;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Leads that come and go from many clients at once. */
abstract class LeadsAtOnceContract extends AutocallContract {

    private static final int RIVALS = 8;

    LeadsAtOnceContract(Database database) {
        super(database);
    }

    @Test
    void areAddedAndDeletedWithoutAFailure() {
        String list = v3.list(v3.campaign("a"));
        List<String> old = IntStream.range(0, RIVALS * 5)
                .mapToObj(i -> v3.lead(list, number(i)))
                .toList();

        List<Api.Answer> answers = race(
                RIVALS,
                rival -> rival % 2 == 0
                        ? add(list, RIVALS * 5 + rival * 20, 20)
                        : delete(old.subList(rival * 5, rival * 5 + 5)));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isLessThan(300));
        assertThat(api.get("/v3/lead?list_uuid=" + list).json().path("total").asInt())
                .isEqualTo(RIVALS * 5 + RIVALS / 2 * 20 - RIVALS / 2 * 5);
    }

    @Test
    void neverPassTheTenantsLimit() {
        Api small = gateway.tenant(Api.object("name", "small", "caps", Map.of("leads", 20)))
                .autocall();
        Autocall client = new Autocall(small);
        String campaign = client.campaign("a");
        List<String> lists = IntStream.range(0, RIVALS)
                .mapToObj(i -> client.list(campaign, "l" + i))
                .toList();

        List<Api.Answer> answers = race(RIVALS * 5, rival -> addTo(small, lists.get(rival % RIVALS), rival));

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(20);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 201)
                .allSatisfy(answer -> assertThat(answer.status()).isBetween(400, 499));
        assertThat(lists.stream()
                        .mapToInt(list -> small.get("/v3/lead?list_uuid=" + list)
                                .json()
                                .path("total")
                                .asInt())
                        .sum())
                .isEqualTo(20);
    }

    /** The last answer, or the first that is no success. */
    private Api.Answer add(String list, int from, int count) {
        Api.Answer answer = addTo(api, list, from);
        for (int i = from + 1; i < from + count && answer.status() == 201; i++) {
            answer = addTo(api, list, i);
        }
        return answer;
    }

    private Api.Answer delete(List<String> leads) {
        Api.Answer answer = api.delete("/v3/lead/" + leads.get(0));
        for (int i = 1; i < leads.size() && answer.status() == 200; i++) {
            answer = api.delete("/v3/lead/" + leads.get(i));
        }
        return answer;
    }

    private static Api.Answer addTo(Api api, String list, int number) {
        return api.post("/v3/lead", Api.object("list_uuid", list, "phone_number", number(number)));
    }

    private static String number(int number) {
        return "09%08d".formatted(number);
    }
}
