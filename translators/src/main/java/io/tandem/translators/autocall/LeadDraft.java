package io.tandem.translators.autocall;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.tandem.campaigns.model.Address;
import io.tandem.campaigns.model.Carried;
import io.tandem.campaigns.model.Destination.PhoneNumber;
import io.tandem.campaigns.model.Target;
import io.tandem.campaigns.model.TargetState;
import io.tandem.campaigns.model.Tenant;
import io.tandem.campaigns.rules.EarliestDay;
import io.tandem.campaigns.rules.Networks;
import io.tandem.translators.phone.NumberMask;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A target while a lead document or a row of a file is written to it. */
final class LeadDraft implements Draft {

    static final String PHONE = "phone_number";
    static final String AFTER_DAY = "after_day";

    private final Tenant tenant;
    private final Networks networks;
    /** As it was shown through; null if it was shown in clear. */
    private final @Nullable NumberMask mask;

    /** An unknown property may have a number in its very name: the names by how they were shown. */
    private final Map<String, String> names;

    private Target target;

    /** Of a new target. */
    LeadDraft(Tenant tenant, Networks networks, Target blank) {
        this.tenant = tenant;
        this.networks = networks;
        this.target = blank;
        this.mask = null;
        this.names = Map.of();
    }

    /** Of one that a client may have read. */
    LeadDraft(LeadView current, Networks networks) {
        this.tenant = current.tenant();
        this.networks = networks;
        this.target = current.target();
        this.mask = current.isMasked() ? LeadShown.mask(tenant, target) : null;
        this.names = mask == null ? Map.of() : mask.keys(LeadShown.unknownInClear(target));
    }

    /** A fresh target without a number. */
    static Target blank(Tenant tenant, UUID list, UUID id, Instant now) {
        return new Target(
                tenant.id(),
                list,
                id,
                "",
                "",
                "",
                Collections.nCopies(Target.DESTINATIONS, null),
                "",
                TargetState.FRESH,
                now,
                Target.NO_TRIES,
                null,
                null,
                null,
                Carried.NONE,
                now,
                null,
                null);
    }

    Target target() {
        return target;
    }

    void name(String name) {
        target = target.withName(mask == null ? name : mask.restored(name, target.name()));
    }

    /** Numbers that were shown masked, and come back so, stay what they are. */
    void data(String data) {
        target = target.withData(mask == null ? data : mask.restoredFreeText(data, target.data()));
    }

    /**
     * Dials the number as destination 0 and keeps the client's form of it. Labels that v1.0 gave the destination stay; so
     * do the other destinations. The network that a client gave was the old number's, and is given up with it.
     */
    void phone(PhoneNumber number, String written) {
        List<@Nullable Address> destinations = new ArrayList<>(target.destinations());
        Address before = destinations.get(0);
        Address plain = Address.of(number);
        destinations.set(
                0,
                before == null
                        ? plain
                        : new Address(number, plain.written(), before.targetName(), before.name(), before.detail()));
        target = target.withDestinations(destinations);
        if (before == null || !before.destination().equals(number)) {
            network("");
        }
        carry(PHONE, TextNode.valueOf(written));
    }

    /** The network of a ported number; empty for the one that its prefix says. (autocall-v3.md, 2.1) */
    void network(String name) {
        Address first = target.destinations().get(0);
        boolean isNumber = first != null && first.destination() instanceof PhoneNumber;
        String byPrefix = isNumber ? networks.networkOf(first.destination().text()) : "";
        target = target.withNetwork(name.isEmpty() ? byPrefix : name).withNetworkGiven(!name.isEmpty());
    }

    /**
     * Lets the target wait until the day that many days after its creation, in the tenant's zone, and for its campaign's
     * opening on that day, which the scheduler knows. A target that was called before is due by its retry delay. (autocall-v3.md, 2.9)
     */
    void afterDay(long days) {
        carry(AFTER_DAY, days == 0 ? null : LongNode.valueOf(days));
        if (target.state() == TargetState.FRESH) {
            LocalDate created = LocalDate.ofInstant(target.created(), tenant.zone());
            Instant due = days == 0 ? target.created() : EarliestDay.due(created.plusDays(days), tenant.zone());
            target = target.withDue(due);
        }
    }

    @Override
    public void carry(String shown, @Nullable JsonNode value) {
        CarriedFields carried = new CarriedFields(target.carried());
        String field = names.getOrDefault(shown, shown);
        JsonNode current = carried.get(field);
        JsonNode meant = mask == null || value == null || current == null ? value : mask.restored(value, current);
        target = target.withCarried(carried.with(field, meant));
    }
}
