package io.tandem.translators.voipbin;

import static io.tandem.translators.voipbin.Refusals.fieldsRefusedBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.campaigns.model.Tag;
import org.junit.jupiter.api.Test;

class VoipbinTagsTest {

    @Test
    void makesAndChangesATag() {
        Tag tag = VoipbinTags.create(Json.object("{\"name\":\"sales\",\"detail\":\"d\",\"x\":1}"), Sample.creation());

        Tag renamed = VoipbinTags.merge(Json.object("{\"name\":\"support\"}"), tag, Sample.NOW);

        assertThat(tag.detail()).isEqualTo("d");
        assertThat(renamed).isEqualTo(tag.withName("support").withUpdated(Sample.NOW));
        assertThat(VoipbinTags.merge(VoipbinTags.show(tag, WireVersion.DEFAULT), tag, Sample.NOW))
                .isSameAs(tag);
    }

    @Test
    void needsAName() {
        Tag tag = VoipbinTags.create(Json.object("{\"name\":\"sales\"}"), Sample.creation());

        assertThat(fieldsRefusedBy(() -> VoipbinTags.create(Json.object("{}"), Sample.creation())))
                .containsExactly("name");
        assertThat(fieldsRefusedBy(() -> VoipbinTags.merge(Json.object("{\"name\":\"\"}"), tag, Sample.NOW)))
                .containsExactly("name");
    }
}
