package io.tandem.translators.voipbin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tandem.campaigns.model.CallAttempt;
import io.tandem.campaigns.model.Campaign;
import io.tandem.campaigns.model.CampaignState;
import io.tandem.campaigns.model.Carried;
import io.tandem.campaigns.model.Run;
import io.tandem.campaigns.model.Target;
import io.tandem.campaigns.model.TargetState;
import io.tandem.campaigns.rules.NetworkPrefixes;
import io.tandem.translators.voipbin.FieldMapping.Fidelity;
import io.tandem.translators.voipbin.FieldMapping.Word;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** No wire field, and no word of an enumeration, without an entry in the table that docs/mapping.md is made from. */
class VoipbinFieldsTest {

    @Test
    void hasAnEntryForEveryShownFieldInTheirOrder() {
        for (ObjectNode shown : List.of(campaign(), campaigncall(Sample.attempt()), outplan(), outdial(), target())) {
            List<String> fields = new ArrayList<>();
            shown.fieldNames().forEachRemaining(fields::add);

            assertThat(tabled(kindOf(shown))).containsExactlyElementsOf(fields);
        }
    }

    @Test
    void hasAnEntryForEveryFieldThatIsRead() {
        assertThat(tabled(WireKind.CAMPAIGN)).containsExactlyInAnyOrderElementsOf(VoipbinCampaigns.FIELDS);
    }

    @Test
    void givesAReasonForEveryLoss() {
        assertThat(VoipbinFields.mapping())
                .filteredOn(field -> field.fidelity() != Fidelity.EXACT)
                .allSatisfy(field -> assertThat(field.reason()).isNotBlank());
        assertThat(VoipbinFields.mapping())
                .filteredOn(field -> field.fidelity() == Fidelity.EXACT)
                .allSatisfy(field -> assertThat(field.autocall()).isNotEmpty());
    }

    @Test
    void hasAnEntryForEveryWordOfACampaign() {
        Set<String> types = new LinkedHashSet<>();
        Set<String> ends = new LinkedHashSet<>();
        Set<String> statuses = new LinkedHashSet<>();
        VoipbinCampaigns.KINDS.forEach(kind -> types.add(CampaignWords.Type.of(kind).word));
        for (Campaign.WhenExhausted end : Campaign.WhenExhausted.values()) {
            ends.add(CampaignWords.endHandle(end));
        }
        for (CampaignState state : CampaignState.values()) {
            statuses.add(CampaignWords.status(Sample.campaign().withRun(runIn(state)), true));
        }

        assertThat(words(WireKind.CAMPAIGN, "type")).containsExactlyInAnyOrderElementsOf(types);
        assertThat(words(WireKind.CAMPAIGN, "end_handle")).containsExactlyInAnyOrderElementsOf(ends);
        assertThat(words(WireKind.CAMPAIGN, "status")).containsExactlyInAnyOrderElementsOf(statuses);
    }

    @Test
    void hasAnEntryForEveryWordOfATarget() {
        Set<String> statuses = new LinkedHashSet<>();
        for (TargetState state : TargetState.values()) {
            statuses.add(VoipbinTargets.show(madeTarget().withState(state), null, WireVersion.DEFAULT)
                    .path("status")
                    .asText());
        }

        assertThat(words(WireKind.OUTDIALTARGET, "status")).containsExactlyInAnyOrderElementsOf(statuses);
    }

    @Test
    void hasAnEntryForEveryWordOfACall() {
        CallAttempt ended = Sample.attempt();
        CallAttempt up = ended.withEnded(null);
        List<ObjectNode> shown = List.of(
                campaigncall(ended),
                campaigncall(ended.withReached(false)),
                campaigncall(up),
                campaigncall(up.withAnswered(null)));

        assertThat(words(WireKind.CAMPAIGNCALL, "status")).containsExactlyInAnyOrderElementsOf(seen(shown, "status"));
        assertThat(words(WireKind.CAMPAIGNCALL, "result")).containsExactlyInAnyOrderElementsOf(seen(shown, "result"));
        assertThat(words(WireKind.CAMPAIGNCALL, "reference_type")).containsExactlyInAnyOrder("call", "flow");
    }

    private static Set<String> seen(List<ObjectNode> shown, String field) {
        Set<String> words = new LinkedHashSet<>();
        shown.forEach(call -> words.add(call.path(field).asText()));
        return words;
    }

    private static Run runIn(CampaignState state) {
        return switch (state) {
            case STOPPED -> Run.STOPPED;
            case STOPPING -> Run.stopping();
            case RUNNING -> Run.running(Sample.OTHER, List.of());
            case PAUSED -> Run.running(Sample.OTHER, List.of()).pausedUntil(null);
        };
    }

    private static List<String> tabled(WireKind kind) {
        return VoipbinFields.mapping().stream()
                .filter(field -> field.kind() == kind)
                .map(FieldMapping::wire)
                .toList();
    }

    private static List<String> words(WireKind kind, String field) {
        return VoipbinFields.of(kind, field).orElseThrow().values().stream()
                .map(Word::wire)
                .toList();
    }

    private static WireKind kindOf(ObjectNode shown) {
        if (shown.has("service_level")) {
            return WireKind.CAMPAIGN;
        }
        if (shown.has("destination_0")) {
            return WireKind.OUTDIALTARGET;
        }
        if (shown.has("destination")) {
            return WireKind.CAMPAIGNCALL;
        }
        return shown.has("dial_timeout") ? WireKind.OUTPLAN : WireKind.OUTDIAL;
    }

    private static ObjectNode campaign() {
        Campaign campaign = Sample.campaign().withCarried(Carried.NONE);
        return VoipbinCampaigns.show(Sample.view(campaign), false, WireVersion.DEFAULT);
    }

    private static ObjectNode campaigncall(CallAttempt attempt) {
        return VoipbinCampaigncalls.show(attempt, Sample.campaign(), WireVersion.DEFAULT);
    }

    private static ObjectNode outplan() {
        return VoipbinOutplans.show(Sample.plan(), null, WireVersion.DEFAULT);
    }

    private static ObjectNode outdial() {
        var list = VoipbinOutdials.create(Json.object("{\"name\":\"n\"}"), Sample.creation());
        return VoipbinOutdials.show(list, WireVersion.DEFAULT);
    }

    private static Target madeTarget() {
        return new VoipbinTargets(NetworkPrefixes.VIETNAM)
                .create(
                        Json.object("{\"destination_0\":{\"target\":\"+84903123456\"}}"),
                        Sample.OUTDIAL,
                        Sample.creation());
    }

    private static ObjectNode target() {
        return VoipbinTargets.show(madeTarget(), null, WireVersion.DEFAULT);
    }
}
