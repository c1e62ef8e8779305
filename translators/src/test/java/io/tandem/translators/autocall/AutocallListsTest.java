package io.tandem.translators.autocall;

import static io.tandem.translators.autocall.Samples.NOW;
import static io.tandem.translators.autocall.Samples.TENANT;
import static io.tandem.translators.autocall.Samples.faults;
import static io.tandem.translators.autocall.Samples.object;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tandem.campaigns.model.TargetList;
import io.tandem.campaigns.ports.TallyStore;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AutocallListsTest {

    private final AutocallLists lists = new AutocallLists(Samples.ids());

    @Test
    void showsAListAsTheDocumentsPrintIt() throws Exception {
        TargetList list = lists.create(
                        object("{\"campaign_uuid\":\"FDCCDBF2-bc4b-4a0f-a7ea-cb0239daaa7d\","
                                + "\"list_name\":\"ListAutocall01\",\"description\":\"d\"}"),
                        TENANT,
                        NOW)
                .withId(new UUID(0, 10));
        Map<String, Long> tally =
                Map.of(TallyStore.TOTAL, 9L, TallyStore.UPLOADED, 12L, TallyStore.IMPORTED, 8L, TallyStore.REFUSED, 4L);

        String printed =
                Samples.MAPPER.writeValueAsString(lists.show(new ListView(TENANT, list, "AutocallTTS", tally)));

        assertThat(printed).isEqualTo(Samples.resource("get-list.json").toString());
        assertThat(list.enabled()).isTrue();
    }

    @Test
    void namesWhatIsMissingOrWrong() {
        assertThat(faults(() -> create("{}")))
                .containsExactly("(root): campaign_uuid is required", "(root): list_name is required");
        assertThat(faults(() -> create("{\"campaign_uuid\":\"\",\"list_name\":\"\"}")))
                .containsExactly(
                        "campaign_uuid: String length must be greater than or equal to 1",
                        "list_name: String length must be greater than or equal to 1");
        assertThat(faults(() -> create("{\"campaign_uuid\":\"x\",\"list_name\":null}")))
                .containsExactly(
                        "campaign_uuid: String length must be greater than or equal to 36",
                        "list_name: Invalid type. Expected: string, given: null");
    }

    @Test
    void unknownPropertiesComeBackInTheSingleGetOnly() {
        ListView view = new ListView(
                TENANT,
                create("{\"campaign_uuid\":\"" + new UUID(1, 1) + "\",\"list_name\":\"a\",\"color\":[1]}"),
                "",
                Map.of());

        ObjectNode single = Samples.MAPPER.valueToTree(lists.show(view));
        ObjectNode row = Samples.MAPPER.valueToTree(lists.showInList(view));

        assertThat(single.get("color").toString()).isEqualTo("[1]");
        assertThat(row.has("color")).isFalse();
    }

    @Test
    void readsTheActiveSwitch() {
        assertThat(ActiveSwitch.read(object("{\"active\":false}"))).isFalse();
        assertThat(faults(() -> ActiveSwitch.read(object("{}")))).containsExactly(": active is missing");
        assertThat(faults(() -> ActiveSwitch.read(object("{\"active\":\"no\"}"))))
                .containsExactly("active: Invalid type. Expected: boolean, given: string");
    }

    private TargetList create(String body) {
        return lists.create(object(body), TENANT, NOW);
    }
}
