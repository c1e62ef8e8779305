package io.tandem.translators.autocall;

import static io.tandem.translators.autocall.Samples.LEADS;
import static io.tandem.translators.autocall.Samples.NOW;
import static io.tandem.translators.autocall.Samples.TENANT;
import static io.tandem.translators.autocall.Samples.faults;
import static io.tandem.translators.autocall.Samples.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tandem.campaigns.model.Address;
import io.tandem.campaigns.model.Campaign;
import io.tandem.campaigns.model.Carried;
import io.tandem.campaigns.model.Destination.PhoneNumber;
import io.tandem.campaigns.model.Disposition;
import io.tandem.campaigns.model.Target;
import io.tandem.campaigns.model.TargetList;
import io.tandem.campaigns.model.TargetState;
import io.tandem.translators.autocall.Answers.LeadsAdded;
import io.tandem.translators.autocall.AutocallLeads.LeadBatch;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AutocallLeadsTest {

    private static final UUID LIST = UUID.fromString("c4869e79-f0fa-4c6a-9410-bc0defac375a");

    @Test
    void showsAFreshLeadAsTheDocumentsPrintIt() throws Exception {
        Target lead = lead("\"phone_number\":\"0349719999\",\"lead_name\":\"Demo01\",\"lead_code\":\"DP01\"")
                .withId(new UUID(0, 10));
        ObjectNode expected = Samples.resource("get-lead.json");

        ObjectNode printed = object(Samples.MAPPER.writeValueAsString(LEADS.show(view(lead))));

        assertThat(printed).isEqualTo(expected);
        assertThat(printed.fieldNames()).toIterable().containsExactlyElementsOf(expected::fieldNames);
    }

    @ParameterizedTest
    @CsvSource({
        "0349719999, +84349719999, viettel",
        "84349719999, +84349719999, viettel",
        "+84349719999, +84349719999, viettel",
        "02873003586, +842873003586, tel",
        "0903.123.456, +84903123456, mobi",
    })
    void dialsE164AndEchoesTheClientsForm(String written, String dialled, String network) {
        Target lead = lead("\"phone_number\":\"" + written + "\"");

        assertThat(number(lead)).isEqualTo(dialled);
        assertThat(lead.network()).isEqualTo(network);
        assertThat(shown(lead).get("phone_number").asText()).isEqualTo(written);
    }

    @Test
    void refusesNumbersWithTheDocumentedTexts() {
        String pattern = "phone_number: Does not match pattern '^(84|0[3|5|7|8|9])+([0-9]{8})$'";

        assertThat(faults(() -> lead("\"phone_number\":\"\"")))
                .containsExactly("phone_number: String length must be greater than or equal to 1", pattern);
        assertThat(faults(() -> lead("\"phone_number\":\"123\""))).containsExactly(pattern);
        assertThat(faults(() -> lead("\"phone_number\":\"+15551234567\""))).containsExactly(pattern);
        assertThat(faults(() -> lead("\"phone_number\":349719999")))
                .containsExactly("phone_number: Invalid type. Expected: string, given: integer");
        assertThat(faults(() -> lead(""))).containsExactly("(root): phone_number is required");
    }

    @Test
    void needsAList() {
        assertThat(faults(() -> create("{\"list_uuid\":\"x\",\"phone_number\":\"0349719999\"}")))
                .containsExactly("list_uuid: String length must be greater than or equal to 36");
        assertThat(faults(() -> create("{\"phone_number\":\"0349719999\"}")))
                .containsExactly("(root): list_uuid is required");
    }

    @Test
    void everyFieldReadsBackAsWritten() {
        ObjectNode sent = object("{\"list_uuid\":\"" + LIST + "\",\"phone_number\":\"0349719999\",\"lead_name\":\"Hà\","
                + "\"contract_number\":\"N1\",\"identity_number\":\"1\",\"identity_issued_at\":\"HN\","
                + "\"identity_issued_on\":\"\",\"address\":\"a\",\"province\":\"p\",\"district\":\"d\",\"ward\":\"w\","
                + "\"date_of_birth\":\"1990-01-01\",\"gender\":\"f\",\"comment\":\"c\",\"ref_id\":\"r\",\"after_day\":3,"
                + "\"other_identity_number\":\"2\",\"additional\":\"{\\\"ten\\\": \\\"Hà\\\"}\",\"color\":{\"a\":1}}");

        Target lead = LEADS.create(sent, TENANT, NOW).target();

        ObjectNode shown = shown(lead);
        sent.properties()
                .forEach(member -> assertThat(shown.get(member.getKey()).toString())
                        .as(member.getKey())
                        .isEqualTo(member.getValue().toString()));
        ObjectNode row = Samples.MAPPER.valueToTree(LEADS.showInList(view(lead)));
        assertThat(row.has("color")).isFalse();
    }

    @Test
    void additionalIsKeptAsJsonText() {
        Target lead = lead("\"phone_number\":\"0349719999\",\"additional\":{\"ten\":\"Hà\",\"n\":1.50}");

        assertThat(lead.data()).isEqualTo("{\"ten\":\"Hà\",\"n\":1.50}");
        assertThat(shown(lead).get("additional").asText()).isEqualTo(lead.data());
        assertThat(merge(lead, "\"phone_number\":\"0349719999\",\"additional\":{\"n\":1.5,\"ten\":\"Hà\"}"))
                .isSameAs(lead);
        assertThat(faults(() -> lead("\"phone_number\":\"0349719999\",\"additional\":[1]")))
                .containsExactly("additional: Invalid type. Expected: string, given: array");
    }

    @Test
    void waitsUntilTheDayInTheTenantsZone() {
        // 17:15 of the 21st in the tenant's zone.
        assertThat(lead("\"phone_number\":\"0349719999\"").due()).isEqualTo(NOW);
        assertThat(lead("\"phone_number\":\"0349719999\",\"after_day\":0").due())
                .isEqualTo(NOW);
        assertThat(lead("\"phone_number\":\"0349719999\",\"after_day\":2").due())
                .isEqualTo(Instant.parse("2026-11-22T16:59:59.999999Z"));
        assertThat(faults(() -> lead("\"phone_number\":\"0349719999\",\"after_day\":-1")))
                .containsExactly("after_day: Must be greater than or equal to 0");
    }

    @ParameterizedTest
    @CsvSource({
        "FRESH,       ,           new",
        "RETRY,       NO_ANSWER,  no-answered",
        "DONE,        ANSWERED,   answered",
        "EXHAUSTED,   BUSY,       busy",
        "EXHAUSTED,   ,           new",
        "CALLING,     BUSY,       calling",
        "DO_NOT_CALL, BUSY,       dnc",
        "RETRY,       INTERRUPTED, failed",
    })
    void statusSaysWhereItStands(TargetState state, @Nullable Disposition last, String status) {
        ObjectNode shown = shown(lead("\"phone_number\":\"0349719999\"")
                .withState(state)
                .withLastDisposition(last)
                .withTries(List.of(2, 1, 0, 0, 0))
                .withLastCalled(Instant.parse("2026-11-21T06:36:42Z")));

        assertThat(shown.get("alt_status").asText()).isEqualTo(status);
        assertThat(shown.get("status").asText()).isEqualTo(status.toUpperCase(Locale.ROOT));
        assertThat(shown.get("called_count").asInt()).isEqualTo(3);
        assertThat(shown.get("last_call_time").asText()).isEqualTo("2026-11-21T13:36:42.000000+07:00");
    }

    @Test
    void anEchoIsNoWriteEvenOfAMaskedNumber() {
        Target lead =
                lead("\"phone_number\":\"0349719999\",\"lead_code\":\"x\",\"additional\":{\"a\":1},\"after_day\":2,"
                        + "\"color\":1");
        LeadView masked = new LeadView(TENANT, list(), campaign(true), lead);

        ObjectNode shown = Samples.MAPPER.valueToTree(LEADS.show(masked));

        assertThat(shown.get("phone_number").asText()).isEqualTo("034*****99");
        assertThat(LEADS.merge(shown, masked).target()).isSameAs(lead);
        assertThat(LEADS.merge(shown(lead), view(lead)).target()).isSameAs(lead);
    }

    @Test
    void aTextThatLooksMaskedIsStoredAsSentWhereNothingWasMasked() {
        Target lead =
                lead("\"phone_number\":\"0349719999\",\"lead_name\":\"N 0349719999\",\"lead_code\":\"0349719999\","
                        + "\"additional\":{\"a\":\"0349719999\"},\"color\":\"0349719999\"");
        ObjectNode masked = Samples.MAPPER.createObjectNode();
        masked.put("phone_number", "0349719999")
                .put("lead_name", "N 034*****99")
                .put("lead_code", "034*****99")
                .put("color", "034*****99")
                .putObject("additional")
                .put("a", "034*****99");

        Target edited = LEADS.merge(masked, view(lead)).target();

        assertThat(edited.name()).isEqualTo("N 034*****99");
        assertThat(edited.data()).isEqualTo("{\"a\":\"034*****99\"}");
        assertThat(shown(edited).get("lead_code").asText()).isEqualTo("034*****99");
        assertThat(shown(edited).get("color").asText()).isEqualTo("034*****99");
        assertThat(LEADS.merge(masked, new LeadView(TENANT, list(), campaign(true), lead))
                        .target())
                .isEqualTo(lead);
    }

    @Test
    void unknownNamesThatLookAlikeWhenTheyAreMaskedComeBackToTheirOwn() {
        Target lead = lead("\"phone_number\":\"0349719999\",\"0981218888\":\"a\",\"0982228888\":\"b\"");
        LeadView masked = new LeadView(TENANT, list(), campaign(true), lead);
        ObjectNode sent = Samples.MAPPER.valueToTree(LEADS.show(masked));
        assertThat(sent.path("098*****88*").asText()).isEqualTo("b");

        sent.put("098*****88*", "c").put("098*****88", "d");

        ObjectNode edited = shown(LEADS.merge(sent, masked).target());
        assertThat(edited.path("0981218888").asText()).isEqualTo("d");
        assertThat(edited.path("0982228888").asText()).isEqualTo("c");
        assertThat(edited.has("098*****88*") || edited.has("098*****88")).isFalse();
    }

    @Test
    void editsWhatIsSentAndKeepsTheRest() {
        Target lead = lead("\"phone_number\":\"0349719999\",\"lead_code\":\"x\"")
                .withState(TargetState.RETRY)
                .withDue(NOW.plusSeconds(60));
        List<@Nullable Address> two = Arrays.asList(
                new Address(new PhoneNumber("+84349719999"), "+84349719999", "tn", "n", "d"),
                Address.of(new PhoneNumber("+84903123456")),
                null,
                null,
                null);

        Target edited = merge(lead.withDestinations(two), "\"phone_number\":\"0912345678\",\"after_day\":5");

        assertThat(edited.destinations().get(0))
                .isEqualTo(new Address(new PhoneNumber("+84912345678"), "+84912345678", "tn", "n", "d"));
        assertThat(edited.destinations().get(1)).isEqualTo(two.get(1));
        assertThat(edited.network()).isEqualTo("vina");
        assertThat(edited.due()).isEqualTo(NOW.plusSeconds(60));
        assertThat(shown(edited).get("lead_code").asText()).isEqualTo("x");
        assertThat(shown(edited).get("after_day").asInt()).isEqualTo(5);
    }

    @Test
    void aPortedNumberHasTheNetworkThatItsClientSays() {
        Target lead = lead("\"phone_number\":\"0349719999\",\"network\":\"vina\"");

        assertThat(lead.network()).isEqualTo("vina");
        assertThat(lead.networkGiven()).isTrue();
        assertThat(shown(lead).get("network").asText()).isEqualTo("vina");
        assertThat(merge(lead, "\"phone_number\":\"+84349719999\"")).matches(Target::networkGiven);
        assertThat(merge(lead, "\"phone_number\":\"0349719999\",\"network\":\"tel\"")
                        .network())
                .isEqualTo("tel");
    }

    @Test
    void anEmptyNetworkIsThePrefixesAgain() {
        Target lead = lead("\"phone_number\":\"0349719999\",\"network\":\"vina\"");

        for (String none : List.of("\"\"", "null")) {
            Target edited = merge(lead, "\"phone_number\":\"0349719999\",\"network\":" + none);
            assertThat(edited.network()).isEqualTo("viettel");
            assertThat(edited.networkGiven()).isFalse();
        }
    }

    @Test
    void anotherNumberIsOfAnotherNetwork() {
        Target lead = lead("\"phone_number\":\"0349719999\",\"network\":\"vina\"");

        Target echoed = merge(lead, "\"phone_number\":\"0903123456\",\"network\":\"vina\"");
        Target said = merge(lead, "\"phone_number\":\"0903123456\",\"network\":\"tel\"");

        assertThat(echoed.network()).isEqualTo("mobi");
        assertThat(echoed.networkGiven()).isFalse();
        assertThat(said.network()).isEqualTo("tel");
        assertThat(said.networkGiven()).isTrue();
    }

    @Test
    void anEchoedNetworkIsNotGiven() {
        Target lead = lead("\"phone_number\":\"0349719999\"");

        assertThat(merge(lead, "\"phone_number\":\"0349719999\",\"network\":\"viettel\""))
                .isEqualTo(lead);
    }

    @Test
    void refusesANetworkThatIsNone() {
        assertThatThrownBy(() -> lead("\"phone_number\":\"0349719999\",\"network\":\"sky\""))
                .hasMessageContaining("network must be one of the following: \"viettel\"");
    }

    @Test
    void showsANumberThatTheOtherDialectChanged() {
        Target lead = lead("\"phone_number\":\"0349719999\"")
                .withDestinations(Arrays.asList(Address.of(new PhoneNumber("+84912345678")), null, null, null, null));

        assertThat(shown(lead).get("phone_number").asText()).isEqualTo("+84912345678");
    }

    @Test
    void refusesAnotherIdAndAnotherList() {
        Target lead = lead("\"phone_number\":\"0349719999\"");

        assertThat(faults(() -> merge(lead, "\"lead_name\":\"x\"")))
                .containsExactly("(root): phone_number is required");
        assertThat(faults(() -> merge(lead, "\"phone_number\":\"0349719999\",\"lead_uuid\":\"x\"")))
                .containsExactly(": lead_uuid is invalid");
        assertThat(faults(
                        () -> merge(lead, "\"phone_number\":\"0349719999\",\"list_uuid\":\"" + new UUID(1, 1) + "\"")))
                .containsExactly("list_uuid: a lead cannot be moved to another list");
    }

    @Test
    void multiTakesGoodRowsAndNamesBadOnes() {
        LeadBatch batch = LEADS.createAll(
                object("{\"list_uuid\":\"" + LIST + "\",\"data\":["
                        + "{\"phone_number\":\"0349719999\",\"lead_name\":\"a\",\"after_day\":1},"
                        + "{\"phone_number\":\"123\"},"
                        + "7,"
                        + "{\"phone_number\":\"+84 349 719 999\"},"
                        + "{\"lead_name\":\"b\"},"
                        + "{\"phone_number\":\"0349719998\",\"contract_number\":\"c\"}]}"),
                TENANT,
                NOW);

        assertThat(batch.list()).isEqualTo(LIST);
        assertThat(batch.good()).extracting(AutocallLeadsTest::number).containsExactly("+84349719999", "+84349719998");
        assertThat(batch.good()).extracting(Target::list).containsOnly(LIST);
        assertThat(batch.good()).extracting(Target::id).doesNotHaveDuplicates();
        assertThat(batch.refused()).extracting(Answers.RefusedLead::index).containsExactly(1, 2, 4);
        assertThat(batch.refused().get(2).error()).isEqualTo("(root): phone_number is required");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"data\":[]}", "{\"list_uuid\":\"\",\"data\":[]}", "{\"list_uuid\":null,\"data\":[]}"})
    void multiNeedsAList(String body) {
        assertThat(faults(() -> LEADS.createAll(object(body), TENANT, NOW))).containsExactly(": list_uuid is missing");
    }

    @Test
    void multiNeedsRows() {
        String list = "\"list_uuid\":\"" + LIST + "\"";

        assertThat(faults(() -> LEADS.createAll(object("{" + list + "}"), TENANT, NOW)))
                .containsExactly("(root): data is required");
        assertThat(faults(() -> LEADS.createAll(object("{" + list + ",\"data\":{}}"), TENANT, NOW)))
                .containsExactly("data: Invalid type. Expected: array, given: object");
        assertThat(faults(() -> LEADS.createAll(object("{\"list_uuid\":\"x\",\"data\":[]}"), TENANT, NOW)))
                .containsExactly("list_uuid: String length must be greater than or equal to 36");
    }

    @Test
    void multisAnswerIsTheDocumentedOneWhenNothingWasRefused() throws Exception {
        assertThat(Samples.MAPPER.writeValueAsString(LeadsAdded.of(2, List.of())))
                .isEqualTo("{\"message\":\"success\",\"total_insert\":2}");
        assertThat(Samples.MAPPER.writeValueAsString(LeadsAdded.of(2, List.of(new Answers.RefusedLead(1, "x")))))
                .isEqualTo("{\"message\":\"success\",\"total_insert\":2,\"fail\":[{\"index\":1,\"error\":\"x\"}]}");
    }

    private static Target create(String body) {
        return LEADS.create(object(body), TENANT, NOW).target();
    }

    private static Target lead(String members) {
        return create("{\"list_uuid\":\"" + LIST + "\"" + (members.isEmpty() ? "" : "," + members) + "}");
    }

    private static Target merge(Target lead, String members) {
        return LEADS.merge(object("{" + members + "}"), view(lead)).target();
    }

    private static ObjectNode shown(Target lead) {
        return Samples.MAPPER.valueToTree(LEADS.show(view(lead)));
    }

    private static String number(Target lead) {
        Address address = lead.destinations().get(0);
        return address == null ? "" : address.destination().text();
    }

    private static LeadView view(Target lead) {
        return new LeadView(TENANT, list(), campaign(false), lead);
    }

    private static Campaign campaign(boolean masking) {
        return Samples.fresh().campaign().withMasksNumbers(masking);
    }

    private static TargetList list() {
        return new TargetList(TENANT.id(), LIST, "List", "", "", Samples.CAMPAIGN, true, Carried.NONE, NOW, null, null);
    }
}
