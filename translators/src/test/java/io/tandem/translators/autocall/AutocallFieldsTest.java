package io.tandem.translators.autocall;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.tandem.campaigns.model.Campaign;
import io.tandem.campaigns.model.CampaignKind;
import io.tandem.campaigns.model.CampaignState;
import io.tandem.campaigns.model.Carrier;
import io.tandem.campaigns.model.DialPlan;
import io.tandem.campaigns.model.Pacing.ChannelMode;
import io.tandem.campaigns.model.Script.Content;
import io.tandem.campaigns.model.Target;
import io.tandem.campaigns.model.TargetList;
import io.tandem.campaigns.model.Template;
import io.tandem.campaigns.model.Tenant;
import io.tandem.campaigns.service.CampaignEdit.Command;
import io.tandem.translators.autocall.FieldMapping.Fidelity;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AutocallFieldsTest {

    private static final Map<String, Class<?>> HUB = Stream.<Class<?>>of(
                    Campaign.class,
                    DialPlan.class,
                    Target.class,
                    TargetList.class,
                    Template.class,
                    Carrier.class,
                    Tenant.class)
            .collect(Collectors.toMap(Class::getSimpleName, Function.identity()));

    @Test
    void everyFieldOfACampaignHasARowInTheOrderOfTheDocument() {
        assertThat(names(AutocallFields.mapping())).isEqualTo(wireNames(CampaignDocument.class));
    }

    @Test
    void everyFieldOfALeadHasARowInTheOrderOfTheDocument() {
        assertThat(names(AutocallFields.leadMapping())).isEqualTo(wireNames(LeadDocument.class));
    }

    @Test
    void everyFieldOfAListHasARow() {
        assertThat(names(AutocallFields.listMapping()))
                .containsExactlyInAnyOrderElementsOf(wireNames(ListDocument.class));
    }

    @Test
    void everyFieldOfACarrierHasARowInTheOrderOfTheDocument() {
        assertThat(names(AutocallFields.carrierMapping())).isEqualTo(wireNames(CarrierDocument.class));
    }

    @Test
    void everyFieldOfATemplateHasARowInTheOrderOfTheDocument() {
        assertThat(names(AutocallFields.templateMapping())).isEqualTo(wireNames(TemplateDocument.class));
    }

    @Test
    void whatIsNotExactHasAReason() {
        assertThat(AutocallFields.mapping())
                .filteredOn(row -> row.fidelity() != Fidelity.EXACT)
                .allSatisfy(row -> assertThat(row.reason()).as(row.field()).isNotBlank());
    }

    @Test
    void canonicalNamesAreComponentsOfTheHubsRecords() {
        Stream.of(
                        AutocallFields.mapping(),
                        AutocallFields.leadMapping(),
                        AutocallFields.listMapping(),
                        AutocallFields.carrierMapping(),
                        AutocallFields.templateMapping())
                .flatMap(List::stream)
                .filter(row -> row.canonical().contains("."))
                .forEach(row -> assertThat(resolves(row.canonical()))
                        .as("%s: %s", row.field(), row.canonical())
                        .isTrue());
    }

    @Test
    void everyFieldOfTheSeedHasARow() {
        List<String> known = names(AutocallFields.mapping());

        assertThat(Samples.resource("put-campaign.json").fieldNames())
                .toIterable()
                .isSubsetOf(known);
    }

    @ParameterizedTest
    @EnumSource
    void everyKindHasAWord(CampaignKind kind) {
        String word = CampaignWords.type(kind);

        assertThat(CampaignWords.TYPES.read(word)).isEqualTo(kind == CampaignKind.FLOW ? CampaignKind.AUTOMATED : kind);
    }

    @ParameterizedTest
    @EnumSource
    void everyKindOfContentHasAWord(Content content) {
        String word = CampaignWords.content(content);

        assertThat(CampaignWords.CONTENTS.read(word)).isEqualTo(content == Content.UNDECLARED ? null : content);
    }

    @ParameterizedTest
    @EnumSource
    void everyChannelModeHasAWord(ChannelMode mode) {
        assertThat(CampaignWords.MODES.read(CampaignWords.mode(mode))).isEqualTo(mode);
    }

    @ParameterizedTest
    @EnumSource
    void everyStateShowsAStatusThatCanBeSent(CampaignState state) {
        assertThat(CampaignWords.STATUSES.read(CampaignWords.status(state))).isNotNull();
    }

    @ParameterizedTest
    @EnumSource
    void everyCommandHasAStatus(Command command) {
        assertThat(CampaignWords.STATUSES.word(command, "")).isNotEmpty();
    }

    private static boolean resolves(String canonical) {
        List<String> path = List.of(canonical.replaceAll("\\[\\d]", "").split("\\."));
        Class<?> type = HUB.get(path.get(0));
        for (String name : path.subList(1, path.size())) {
            RecordComponent[] components = type == null ? null : type.getRecordComponents();
            type = components == null
                    ? null
                    : Arrays.stream(components)
                            .filter(component -> component.getName().equals(name))
                            .<Class<?>>map(RecordComponent::getType)
                            .findFirst()
                            .orElse(null);
        }
        return type != null;
    }

    private static List<String> names(List<FieldMapping> rows) {
        return rows.stream().map(FieldMapping::field).toList();
    }

    private static List<String> wireNames(Class<? extends Record> document) {
        return Arrays.stream(Objects.requireNonNull(document.getRecordComponents()))
                .map(RecordComponent::getAccessor)
                .map(accessor -> accessor.getAnnotation(JsonProperty.class))
                .filter(Objects::nonNull)
                .map(JsonProperty::value)
                .toList();
    }
}
