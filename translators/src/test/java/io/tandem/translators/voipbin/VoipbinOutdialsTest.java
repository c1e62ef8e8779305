package io.tandem.translators.voipbin;

import static io.tandem.translators.voipbin.Refusals.assertWrongType;
import static io.tandem.translators.voipbin.Refusals.fieldsRefusedBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.campaigns.model.TargetList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VoipbinOutdialsTest {

    @Test
    void needsNoCampaign() {
        TargetList list = create("{\"name\":\"n\"}");

        assertThat(list.campaign()).isNull();
        assertThat(list.enabled()).isTrue();
        assertThat(list.data()).isEmpty();
        assertThat(VoipbinOutdials.show(list, WireVersion.DEFAULT)
                        .path("campaign_id")
                        .asText())
                .isEqualTo(WireIds.NIL);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"x\" | x",
                "{} | {}",
                "{\"a\":1.50} | {\"a\":1.50}",
                "[1,2] | [1,2]",
                "5 | 5",
                "null | ''",
                "\"\" | ''",
            })
    void takesAnyDataAndShowsText(String sent, String shown) {
        TargetList list = create("{\"name\":\"n\",\"data\":" + sent + "}");

        assertThat(VoipbinOutdials.show(list, WireVersion.DEFAULT).path("data").textValue())
                .isEqualTo(shown);
    }

    @Test
    void refusesWhatItCannotKeep() {
        assertThat(fieldsRefusedBy(() -> create("{\"campaign_id\":\"x\"}"))).containsExactly("name", "campaign_id");
        assertWrongType("name", () -> create("{\"name\":[]}"));
        assertWrongType("campaign_id", () -> create("{\"name\":\"n\",\"campaign_id\":1}"));
    }

    @Test
    void mergesNameAndDetail() {
        TargetList before = create("{\"name\":\"n\",\"detail\":\"d\",\"data\":\"x\"}");

        TargetList after = VoipbinOutdials.merge(
                Json.object("{\"detail\":\"\",\"name\":null,\"data\":\"other\"}"), before, Sample.NOW);

        assertThat(after).isEqualTo(before.withDetail("").withUpdated(Sample.NOW));
        assertThat(fieldsRefusedBy(() -> VoipbinOutdials.merge(Json.object("{\"name\":\"\"}"), before, Sample.NOW)))
                .containsExactly("name");
    }

    @Test
    void attachesAndReleases() {
        TargetList before = create("{\"name\":\"n\"}");

        TargetList attached = VoipbinOutdials.campaign(
                Json.object("{\"campaign_id\":\"" + Sample.CAMPAIGN + "\"}"), before, Sample.NOW);
        TargetList released = VoipbinOutdials.campaign(Json.object("{\"campaign_id\":\"\"}"), attached, Sample.NOW);

        assertThat(attached.campaign()).isEqualTo(Sample.CAMPAIGN);
        assertThat(released.campaign()).isNull();
    }

    @Test
    void replacesData() {
        TargetList before = create("{\"name\":\"n\",\"data\":\"x\"}");

        assertThat(VoipbinOutdials.data(Json.object("{\"data\":{\"a\":1}}"), before, Sample.NOW)
                        .data())
                .isEqualTo("{\"a\":1}");
        assertThat(VoipbinOutdials.data(Json.object("{\"data\":null}"), before, Sample.NOW)
                        .data())
                .isEmpty();
        assertThat(fieldsRefusedBy(() -> VoipbinOutdials.data(Json.object("{}"), before, Sample.NOW)))
                .containsExactly("data");
    }

    private static TargetList create(String body) {
        return VoipbinOutdials.create(Json.object(body), Sample.creation());
    }
}
