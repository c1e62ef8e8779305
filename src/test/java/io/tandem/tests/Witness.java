package io.tandem.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What must hold of a tenant's two campaigns that have finished, however often the processes that ran them died. It
 * believes the carriers; records are held against what those saw. (design section 5, 1, 3, 5, 6, 7 and 12)
 */
public final class Witness {

    private final TwoCampaigns campaigns;
    private final Ledger ledger;

    /**
     * @param ledger all calls of both campaigns and of no other
     */
    public Witness(TwoCampaigns campaigns, Ledger ledger) {
        this.campaigns = campaigns;
        this.ledger = ledger;
    }

    /** Checks what the carriers saw. */
    public void capsHold(int tenantCap) {
        assertThat(ledger.where(call -> call.campaign().equals(campaigns.autocall()))
                        .peak())
                .as("calls of the campaign at once")
                .isLessThanOrEqualTo(campaigns.size().cap());
        assertThat(ledger.peak()).as("calls of the tenant at once").isLessThanOrEqualTo(tenantCap);
        ledger.calls().stream()
                .collect(Collectors.groupingBy(Ledger.Call::to))
                .forEach((number, calls) -> assertThat(new Ledger(calls).peak())
                        .as("calls to %s at once: %s", number, calls)
                        .isEqualTo(1));
    }

    /** Checks what the carriers saw. */
    public void nobodyIsCalledTooOften() {
        ledger.calls().stream()
                .collect(Collectors.groupingBy(call -> List.of(call.campaign(), call.to())))
                .forEach((target, calls) ->
                        assertThat(calls).as("calls to %s", target).hasSizeLessThanOrEqualTo(TwoCampaigns.TRIES));
    }

    /** Holds the records against what the carriers saw, and the targets against the records. */
    public void nothingIsLost(Ways ways) {
        Map<UUID, JsonNode> records =
                campaigns.records(ways).stream().collect(Collectors.toMap(row -> id(row, "id"), Function.identity()));
        everyCallHasItsRecord(records);
        Map<UUID, List<JsonNode>> byTarget =
                records.values().stream().collect(Collectors.groupingBy(row -> id(row, "outdial_target_id")));
        assertThat(campaigns.targets(ways)).hasSize(campaigns.size().targets()).allSatisfy(target -> {
            assertThat(target.path("status").asText()).isEqualTo("done");
            assertThat(target.path("try_count_0").asInt())
                    .isEqualTo(triesOf(byTarget, id(target, "id")).size());
        });
        assertThat(campaigns.leads(ways))
                .hasSize(campaigns.size().targets())
                .allSatisfy(lead -> assertThat(lead.path("called_count").asInt())
                        .isEqualTo(triesOf(byTarget, id(lead, "lead_uuid")).size()));
    }

    private void everyCallHasItsRecord(Map<UUID, JsonNode> records) {
        List<UUID> placed = ledger.calls().stream().map(Ledger.Call::id).toList();
        Set<UUID> lost = new HashSet<>(records.keySet());
        placed.forEach(lost::remove);

        assertThat(placed).doesNotHaveDuplicates();
        assertThat(records.keySet()).containsAll(placed);
        assertThat(records.values())
                .allSatisfy(row -> assertThat(row.path("status").asText()).isEqualTo("done"));
        assertThat(ledger.calls().stream().filter(Ledger.Call::wasCutOff))
                .allSatisfy(call -> assertThat(resultOf(records, call.id())).isEqualTo("fail"));
        // A call that was decided and never placed: nobody can know, so it counts as tried.
        assertThat(lost).allSatisfy(id -> assertThat(resultOf(records, id)).isEqualTo("fail"));
    }

    private static String resultOf(Map<UUID, JsonNode> records, UUID id) {
        return records.get(id).path("result").asText();
    }

    /** The tries of a target, which was reached or has had all of them. */
    private static List<JsonNode> triesOf(Map<UUID, List<JsonNode>> byTarget, UUID target) {
        List<JsonNode> tries = byTarget.getOrDefault(target, List.of());
        long reached = tries.stream()
                .filter(row -> row.path("result").asText().equals("success"))
                .count();
        assertThat(tries).hasSizeLessThanOrEqualTo(TwoCampaigns.TRIES);
        assertThat(reached == 1 || tries.size() == TwoCampaigns.TRIES)
                .as("%s", tries)
                .isTrue();
        return tries;
    }

    private static UUID id(JsonNode row, String field) {
        return UUID.fromString(row.path(field).asText());
    }
}
