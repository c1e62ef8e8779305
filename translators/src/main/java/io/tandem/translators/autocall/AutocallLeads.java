package io.tandem.translators.autocall;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tandem.campaigns.model.Address;
import io.tandem.campaigns.model.Carried;
import io.tandem.campaigns.model.Target;
import io.tandem.campaigns.model.TargetList;
import io.tandem.campaigns.model.Tenant;
import io.tandem.campaigns.ports.Ids;
import io.tandem.campaigns.rules.Networks;
import io.tandem.campaigns.service.CampaignEdit.FieldNote;
import io.tandem.campaigns.service.Failure;
import io.tandem.campaigns.service.Failure.Violation;
import io.tandem.translators.autocall.Answers.RefusedLead;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Leads between v3 documents and the hub. Pure but for the ids of new objects; safe for use by many threads.
 *
 * <p>Whether the list exists and already has the number is the hub's to decide (D24).
 */
public final class AutocallLeads {

    /** The list of a lead that is only shown to learn the defaults of a new one. */
    private static final UUID NO_LIST = new UUID(0, 0);

    private final Networks networks;
    private final Ids ids;

    public AutocallLeads(Networks networks, Ids ids) {
        this.networks = networks;
        this.ids = ids;
    }

    /**
     * A lead to be written.
     *
     * @param target its list is the one that the document names
     * @param notes what the other dialect cannot show of the document, a sentence a field
     */
    public record LeadEdit(Target target, List<FieldNote> notes) {}

    /**
     * What a {@code lead/multi} asks for.
     *
     * @param good in the order sent; of a number that the document repeats, only the first row
     * @param refused rows that cannot become leads
     */
    public record LeadBatch(UUID list, List<Target> good, List<RefusedLead> refused) {}

    /** The lead as the single GET shows it. */
    public LeadDocument show(LeadView view) {
        return LeadShown.of(view, false);
    }

    /** The lead as a row of the list: unknown properties left out. */
    public LeadDocument showInList(LeadView view) {
        return LeadShown.of(view, true);
    }

    /**
     * Reads {@code POST /v3/lead}.
     *
     * @throws Failure.Invalid with wire names
     */
    public LeadEdit create(JsonNode sent, Tenant tenant, Instant now) {
        Reading<LeadDraft> reading = Reading.ofNew(LeadFields.TABLE, sent, shownOfNew(tenant, now), tenant);
        reading.faults().throwIfAny();
        UUID list = UUID.fromString(reading.merged(LeadFields.LIST).textValue());
        return new LeadEdit(write(reading, tenant, list, now), reading.notes());
    }

    /**
     * Reads {@code POST /v3/lead/multi}: good rows are taken, bad ones named. (D24, D25)
     *
     * @throws Failure.Invalid if there is no list or no array of rows
     */
    public LeadBatch createAll(JsonNode sent, Tenant tenant, Instant now) {
        UUID list = listOf(sent, tenant);
        JsonNode rows = sent.path("data");
        if (!rows.isArray()) {
            throw rows.isMissingNode()
                    ? new Failure.Invalid(Wording.ROOT, Wording.required("data"))
                    : new Failure.Invalid("data", Wording.wrongType("array", rows));
        }
        FieldTable<LeadDraft> table = LeadFields.TABLE.requiring(List.of(LeadDraft.PHONE));
        ObjectNode shown = shownOfNew(tenant, now);
        List<Target> good = new ArrayList<>();
        List<RefusedLead> refused = new ArrayList<>();
        Set<String> numbers = new HashSet<>();
        for (int index = 0; index < rows.size(); index++) {
            try {
                Reading<LeadDraft> reading = Reading.ofNew(table, rows.path(index), shown, tenant);
                Target target = write(reading, tenant, list, now);
                if (numbers.add(numberOf(target))) {
                    good.add(target);
                }
            } catch (Failure.Invalid bad) {
                refused.add(new RefusedLead(index, sentence(bad.violations())));
            }
        }
        return new LeadBatch(list, good, refused);
    }

    /**
     * Reads {@code PUT /v3/lead/<uuid>} against what the lead is now; absent fields stay, and an echo is no write.
     *
     * @throws Failure.Invalid with wire names
     */
    public LeadEdit merge(JsonNode sent, LeadView current) {
        JsonNode id = sent.path("lead_uuid");
        boolean named = !id.isMissingNode() && !id.isNull();
        if (named && !id.asText().equalsIgnoreCase(current.target().id().toString())) {
            throw Faults.single("lead_uuid is invalid");
        }
        FieldTable<LeadDraft> table = LeadFields.TABLE.requiring(List.of(LeadDraft.PHONE));
        Reading<LeadDraft> reading = Reading.ofChange(table, sent, Json.tree(show(current)), current.tenant());
        if (reading.changes(LeadFields.LIST)) {
            reading.faults().add(LeadFields.LIST, "a lead cannot be moved to another list");
        }
        LeadDraft draft = new LeadDraft(current, networks);
        reading.writeTo(draft);
        return new LeadEdit(draft.target(), reading.notes());
    }

    private Target write(Reading<LeadDraft> reading, Tenant tenant, UUID list, Instant now) {
        reading.faults().throwIfAny();
        LeadDraft draft = new LeadDraft(tenant, networks, LeadDraft.blank(tenant, list, ids.next(), now));
        reading.writeTo(draft);
        return draft.target();
    }

    private static ObjectNode shownOfNew(Tenant tenant, Instant now) {
        TargetList list = new TargetList(tenant.id(), NO_LIST, "", "", "", null, true, Carried.NONE, now, null, null);
        Target blank = LeadDraft.blank(tenant, NO_LIST, NO_LIST, now);
        return Json.tree(LeadShown.of(new LeadView(tenant, list, null, blank), false));
    }

    private static UUID listOf(JsonNode sent, Tenant tenant) {
        if (!sent.isObject()) {
            throw new Failure.Invalid(Wording.ROOT, Wording.wrongType("object", sent));
        }
        JsonNode list = sent.path(LeadFields.LIST);
        if (list.isMissingNode() || list.isNull() || list.asText("x").isEmpty()) {
            throw Faults.single("list_uuid is missing");
        }
        Faults faults = new Faults();
        JsonNode good = Checks.uuid().read(list, new Check.Site(LeadFields.LIST, list, tenant, faults, List.of()));
        faults.throwIfAny();
        return UUID.fromString(Objects.requireNonNull(good).textValue());
    }

    private static String numberOf(Target target) {
        Address address = target.destinations().get(0);
        return address == null ? "" : address.destination().text();
    }

    private static String sentence(List<Violation> violations) {
        return violations.stream()
                .map(violation -> violation.field() + ": " + violation.text())
                .collect(Collectors.joining("; "));
    }
}
