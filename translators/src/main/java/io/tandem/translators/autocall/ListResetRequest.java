package io.tandem.translators.autocall;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.tandem.campaigns.model.Disposition;
import io.tandem.campaigns.model.TargetList;
import io.tandem.campaigns.model.Tenant;
import io.tandem.campaigns.service.Failure;
import io.tandem.campaigns.service.ListReset.Which;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * {@code POST /v3/list/<uuid>/reset}, ours: what the platform's portal offers under "refresh". (autocall-v3.md, 1.5)
 *
 * @param last only leads whose last call ended so; empty for however
 */
public record ListResetRequest(Which which, Set<Disposition> last) {

    private static final Words<Which> WORDS =
            Words.of("all", Which.ALL).and("success", Which.REACHED).and("fail", Which.NOT_REACHED);

    private static final String TYPE = "type";
    private static final String STATUSES = "recall_status";

    /** What is answered, with how many leads are open again. */
    public record Done(
            @JsonProperty("list_uuid") String listUuid,
            @JsonProperty("total_reset") long totalReset) {}

    /**
     * Reads {@code {"type":"all|success|fail","recall_status":[…]}}; without a type it is all.
     *
     * @throws Failure.Invalid with wire names
     */
    public static ListResetRequest read(JsonNode sent, Tenant tenant) {
        Form form = new Form(sent, tenant, List.of());
        JsonNode type = form.read(TYPE, Checks.oneOf(WORDS.all()));
        JsonNode statuses = form.read(STATUSES, RecallStatus::check);
        form.faults.throwIfAny();
        Set<Disposition> last = EnumSet.noneOf(Disposition.class);
        for (JsonNode word : statuses) {
            last.add(Objects.requireNonNull(Dispositions.ofRecallWord(word.textValue())));
        }
        return new ListResetRequest(type.isMissingNode() ? Which.ALL : WORDS.known(type.textValue()), last);
    }

    /** The list with the instant of its reset, which it shows as {@code reset_time}. */
    public static TargetList stamp(TargetList list, Instant at) {
        return list.withCarried(
                new CarriedFields(list.carried()).with(ListFields.RESET_TIME, TextNode.valueOf(at.toString())));
    }
}
