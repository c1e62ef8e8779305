package io.tandem.translators.autocall;

import static io.tandem.translators.autocall.Samples.NOW;
import static io.tandem.translators.autocall.Samples.TENANT;
import static io.tandem.translators.autocall.Samples.object;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tandem.campaigns.model.Carried;
import io.tandem.campaigns.model.Target;
import io.tandem.campaigns.model.TargetList;
import io.tandem.campaigns.service.Failure;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a client puts into a field, it is taken or refused with a fault; nothing else is ever thrown. */
class HostileDocumentsTest {

    private static final JsonMapper DOUBLES = new JsonMapper();
    private static final UUID LIST = new UUID(4, 4);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "true",
                "-1",
                "0",
                "5.0",
                "5.5",
                "1e400",
                "-1e999999999",
                "9223372036854775808",
                "\"\"",
                "\"x\"",
                "\"\\ud800\"",
                "\"\\u0000\"",
                "[]",
                "{}",
                "[null]",
                "[[1]]",
                "[{}]",
                "[{\"monday_start_time\":1e999}]",
                "[{\"monday_start_time\":[]}]",
                "{\"viettel\":\"x\"}",
                "{\"viettel\":{}}",
                "{\"viettel\":1e99}",
                "[\"busy\",null]",
                "[\"busy\",{}]",
                "\"http://[\"",
                "\"http://0x/\"",
                "\"{\\\"a\\\":\"",
                "\"{} {}\"",
                "\"00000000-0000-0000-0000-00000000000g\"",
            })
    void isTakenOrRefused(String json) throws Exception {
        JsonNode value = Samples.json(json);
        JsonNode asDouble = DOUBLES.readTree(json);
        for (FieldMapping row : AutocallFields.mapping()) {
            for (JsonNode sent : List.of(value, asDouble)) {
                ObjectNode body = object("{\"campaign_name\":\"AutocallAudio\",\"type\":\"autocall\"}");
                body.set(row.field(), sent);
                answers(row.field(), () -> Samples.CAMPAIGNS.merge(body, Samples.fresh(), NOW));
                answers(
                        row.field(),
                        () -> Samples.shown(
                                Samples.after(Samples.fresh(), Samples.CAMPAIGNS.create(body, TENANT, NOW))));
            }
        }
        for (FieldMapping row : AutocallFields.leadMapping()) {
            ObjectNode body = object("{\"list_uuid\":\"" + LIST + "\",\"phone_number\":\"0349719999\"}");
            Target lead = Samples.LEADS.create(body, TENANT, NOW).target();
            body.set(row.field(), value);
            answers(
                    row.field(),
                    () -> Samples.LEADS.show(
                            view(Samples.LEADS.create(body, TENANT, NOW).target())));
            answers(row.field(), () -> Samples.LEADS.merge(body, view(lead)));
            answers(
                    row.field(),
                    () -> Samples.LEADS.createAll(
                            object("{\"list_uuid\":\"" + LIST + "\",\"data\":[" + body + "]}"), TENANT, NOW));
        }
        answers("body", () -> Samples.CAMPAIGNS.merge(value, Samples.fresh(), NOW));
        answers("body", () -> Samples.CAMPAIGNS.create(value, TENANT, NOW));
        answers("body", () -> Samples.LEADS.createAll(value, TENANT, NOW));
        answers("body", () -> ActiveSwitch.read(value));
    }

    private static void answers(String field, ThrowingCallable write) {
        assertThatCode(() -> {
                    try {
                        write.call();
                    } catch (Failure.Invalid refused) {
                        if (refused.violations().isEmpty()) {
                            throw new AssertionError("refused without a reason", refused);
                        }
                    }
                })
                .as(field)
                .doesNotThrowAnyException();
    }

    private static LeadView view(Target lead) {
        TargetList list = new TargetList(TENANT.id(), LIST, "", "", "", null, true, Carried.NONE, NOW, null, null);
        return new LeadView(TENANT, list, null, lead);
    }
}
