package io.tandem.translators.autocall;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.campaigns.model.Address;
import io.tandem.campaigns.model.Campaign;
import io.tandem.campaigns.model.Target;
import io.tandem.campaigns.model.TargetState;
import io.tandem.campaigns.model.Tenant;
import io.tandem.translators.phone.MaskedNumber;
import io.tandem.translators.phone.PhoneReader;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;

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
        return new LeadDocument(
                target.tenant().toString(),
                target.id().toString(),
                target.name(),
                carried.text("lead_code", ""),
                target.list().toString(),
                view.isMasked() ? MaskedNumber.of(phone) : phone,
                carried.text("contract_number", ""),
                status(target).toUpperCase(Locale.ROOT),
                status(target),
                carried.text("identity_number", ""),
                carried.text("identity_issued_at", ""),
                carried.text("identity_issued_on", WireTimes.NO_DATE),
                carried.text("address", ""),
                carried.text("province", ""),
                carried.text("district", ""),
                carried.text("ward", ""),
                carried.text("date_of_birth", ""),
                view.isMasked() ? maskedData(view) : target.data(),
                carried.number(LeadDraft.AFTER_DAY, 0),
                target.calledCount(),
                target.lastCalled() == null ? WireTimes.NEVER_CALLED : WireTimes.of(target.lastCalled(), zone),
                WireTimes.of(target.created(), zone),
                WireTimes.ofChange(target.updated(), target.created(), zone),
                0,
                carried.text("comment", ""),
                carried.text("ref_id", ""),
                carried.text("ref_code", ""),
                carried.text("gender", ""),
                carried.text("other_identity_number", ""),
                carried.text("other_identity_issued_at", ""),
                carried.text("other_identity_issued_on", WireTimes.NO_DATE),
                target.network(),
                campaign == null ? "" : campaign.id().toString(),
                campaign == null ? "" : campaign.name(),
                view.list().name(),
                "",
                "",
                inList ? Map.<String, JsonNode>of() : LeadFields.TABLE.unknown(target.carried()));
    }

    private static String maskedData(LeadView view) {
        Target target = view.target();
        List<String> numbers = MaskedNumber.numbers(target.destinations());
        if (!Json.isObjectText(target.data())) {
            return MaskedNumber.within(target.data(), numbers);
        }
        JsonNode data = Json.read(target.data());
        JsonNode masked = MaskedNumber.within(data, numbers);
        return masked.equals(data) ? target.data() : masked.toString();
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
