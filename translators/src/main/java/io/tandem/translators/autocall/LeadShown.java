package io.tandem.translators.autocall;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tandem.campaigns.model.Address;
import io.tandem.campaigns.model.Campaign;
import io.tandem.campaigns.model.Target;
import io.tandem.campaigns.model.TargetState;
import io.tandem.campaigns.model.Tenant;
import io.tandem.translators.phone.MaskedNumber;
import io.tandem.translators.phone.NumberMask;
import io.tandem.translators.phone.PhoneReader;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A lead as v3 reads it. */
final class LeadShown {

    private LeadShown() {}

    /** As in the single GET, or as a row of the list: without unknown properties. */
    static LeadDocument of(LeadView view, boolean inList) {
        Target target = view.target();
        CarriedFields carried = new CarriedFields(target.carried());
        Campaign campaign = view.campaign();
        ZoneId zone = view.tenant().zone();
        String phone = phone(view.tenant(), target);
        UnaryOperator<String> words = words(view);
        return new LeadDocument(
                target.tenant().toString(),
                target.id().toString(),
                words.apply(target.name()),
                words.apply(carried.text("lead_code", "")),
                target.list().toString(),
                view.isMasked() ? MaskedNumber.of(phone) : phone,
                words.apply(carried.text("contract_number", "")),
                status(target).toUpperCase(Locale.ROOT),
                status(target),
                words.apply(carried.text("identity_number", "")),
                words.apply(carried.text("identity_issued_at", "")),
                carried.text("identity_issued_on", WireTimes.NO_DATE),
                words.apply(carried.text("address", "")),
                words.apply(carried.text("province", "")),
                words.apply(carried.text("district", "")),
                words.apply(carried.text("ward", "")),
                carried.text("date_of_birth", ""),
                view.isMasked() ? mask(view.tenant(), target).freeText(target.data()) : target.data(),
                carried.number(LeadDraft.AFTER_DAY, 0),
                target.calledCount(),
                target.lastCalled() == null ? WireTimes.NEVER_CALLED : WireTimes.of(target.lastCalled(), zone),
                WireTimes.of(target.created(), zone),
                WireTimes.ofChange(target.updated(), target.created(), zone),
                0,
                words.apply(carried.text("comment", "")),
                carried.text("ref_id", ""),
                words.apply(carried.text("ref_code", "")),
                carried.text("gender", ""),
                words.apply(carried.text("other_identity_number", "")),
                words.apply(carried.text("other_identity_issued_at", "")),
                carried.text("other_identity_issued_on", WireTimes.NO_DATE),
                target.network(),
                campaign == null ? "" : campaign.id().toString(),
                campaign == null ? "" : campaign.name(),
                view.list().name(),
                "",
                "",
                inList ? Map.<String, JsonNode>of() : unknown(view));
    }

    /** With the numbers masked if the campaign wants it. */
    static UnaryOperator<String> words(LeadView view) {
        return view.isMasked() ? mask(view.tenant(), view.target())::text : UnaryOperator.identity();
    }

    static NumberMask mask(Tenant tenant, Target target) {
        return NumberMask.of(PhoneReader.of(tenant), target.destinations());
    }

    private static Map<String, JsonNode> unknown(LeadView view) {
        Map<String, JsonNode> unknown = LeadFields.TABLE.unknown(view.target().carried());
        if (!view.isMasked() || unknown.isEmpty()) {
            return unknown;
        }
        Map<String, JsonNode> masked = new LinkedHashMap<>();
        mask(view.tenant(), view.target())
                .tree(unknownInClear(view.target()))
                .properties()
                .forEach(member -> masked.put(member.getKey(), member.getValue()));
        return masked;
    }

    static ObjectNode unknownInClear(Target target) {
        ObjectNode all = Json.object();
        all.setAll(LeadFields.TABLE.unknown(target.carried()));
        return all;
    }

    /** The client's own form, as long as it is still the number that is dialled. (D23) */
    static String phone(Tenant tenant, Target target) {
        Address address = target.destinations().get(0);
        if (address == null) {
            return "";
        }
        String dialled = address.destination().text();
        String written = new CarriedFields(target.carried()).text(LeadDraft.PHONE, "");
        boolean same = PhoneReader.of(tenant)
                .read(written)
                .filter(number -> number.text().equals(dialled))
                .isPresent();
        return same ? written : dialled;
    }

    /** Where the lead stands, else how its last call ended. (D43) */
    private static String status(Target target) {
        if (target.state() == TargetState.DO_NOT_CALL) {
            return "dnc";
        }
        if (target.state() == TargetState.CALLING) {
            return "calling";
        }
        return target.state() == TargetState.FRESH || target.lastDisposition() == null
                ? "new"
                : Dispositions.status(target.lastDisposition());
    }
}
