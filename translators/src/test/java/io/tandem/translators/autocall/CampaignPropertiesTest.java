package io.tandem.translators.autocall;

import static io.tandem.translators.autocall.Samples.CAMPAIGNS;
import static io.tandem.translators.autocall.Samples.NOW;
import static io.tandem.translators.autocall.Samples.after;
import static io.tandem.translators.autocall.Samples.shown;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tandem.campaigns.service.CampaignEdit;
import io.tandem.campaigns.service.CampaignView;
import io.tandem.translators.autocall.FieldMapping.Access;
import org.junit.jupiter.api.Test;

/** What holds for every campaign and every document. A failure names its seed; {@code -Dseed=} replays it. */
class CampaignPropertiesTest {

    private static final int ROUNDS = 2000;

    @Test
    void anEchoIsNoWrite() {
        RandomCampaigns random = new RandomCampaigns(Samples.seed());
        for (int round = 0; round < ROUNDS; round++) {
            CampaignView view = random.view();

            CampaignEdit edit = CAMPAIGNS.merge(shown(view), view, NOW);

            assertThat(edit.campaign())
                    .as("seed %d, round %d", random.seed(), round)
                    .isEqualTo(view.campaign());
            assertThat(edit.plan())
                    .as("seed %d, round %d", random.seed(), round)
                    .isEqualTo(view.plan());
            assertThat(edit.command())
                    .as("seed %d, round %d", random.seed(), round)
                    .isNull();
        }
    }

    @Test
    void whatIsWrittenReadsBack() {
        RandomCampaigns random = new RandomCampaigns(Samples.seed());
        for (int round = 0; round < ROUNDS; round++) {
            CampaignView view = random.view();
            ObjectNode sent = random.document(view);

            CampaignEdit edit = CAMPAIGNS.merge(sent, view, NOW);

            assertReadsBack(sent, shown(after(view, edit)), "seed " + random.seed() + ", round " + round + ", " + sent);
        }
    }

    @Test
    void whatIsNotSentStays() {
        RandomCampaigns random = new RandomCampaigns(Samples.seed());
        for (int round = 0; round < ROUNDS; round++) {
            CampaignView view = random.view();
            ObjectNode sent = random.document(view);
            ObjectNode before = shown(view);

            ObjectNode now = shown(after(view, CAMPAIGNS.merge(sent, view, NOW)));

            String when = "seed " + random.seed() + ", round " + round + ", " + sent;
            for (FieldMapping row : AutocallFields.mapping()) {
                boolean derived = row.access() == Access.READ_ONLY;
                if (!sent.has(row.field()) && !derived) {
                    assertThat(now.get(row.field()))
                            .as("%s, %s", row.field(), when)
                            .isEqualTo(before.get(row.field()));
                }
            }
        }
    }

    @Test
    void whatIsPostedReadsBack() {
        RandomCampaigns random = new RandomCampaigns(Samples.seed());
        for (int round = 0; round < ROUNDS; round++) {
            ObjectNode sent = random.document(Samples.fresh());

            CampaignEdit made = CAMPAIGNS.create(sent, Samples.TENANT, NOW);

            ObjectNode shown = shown(new CampaignView(Samples.TENANT, made.campaign(), made.plan(), null, null));
            assertReadsBack(sent, shown, "seed " + random.seed() + ", round " + round + ", " + sent);
        }
    }

    /** Every sent field is shown as sent; a status is a command, which the hub carries out. */
    private static void assertReadsBack(ObjectNode sent, ObjectNode shown, String when) {
        sent.properties().forEach(member -> {
            WireField<CampaignDraft> row = CampaignFields.TABLE.row(member.getKey());
            JsonNode value = member.getValue();
            boolean same = row == null
                    ? Json.same(value, shown.path(member.getKey()))
                    : row.isReadOnly() || row.name().equals("status") || row.isEcho(value, shown.path(member.getKey()));
            assertThat(same)
                    .as("%s: sent %s, shown %s; %s", member.getKey(), value, shown.get(member.getKey()), when)
                    .isTrue();
        });
    }
}
