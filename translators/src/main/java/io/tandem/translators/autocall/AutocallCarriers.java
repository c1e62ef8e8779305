package io.tandem.translators.autocall;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.tandem.campaigns.model.Carried;
import io.tandem.campaigns.model.Carrier;
import io.tandem.campaigns.model.Tenant;
import io.tandem.campaigns.ports.Ids;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Carriers between v3 documents and the hub. Pure but for the ids of new objects; safe for use by many threads. */
public final class AutocallCarriers {

    private final Ids ids;

    public AutocallCarriers(Ids ids) {
        this.ids = ids;
    }

    /**
     * Reads {@code POST /v3/carrier}. Whether the name is free is the hub's to decide.
     *
     * @param gateway the tenant's
     * @throws io.tandem.campaigns.service.Failure.Invalid with wire names
     */
    public Carrier create(JsonNode sent, Tenant tenant, UUID gateway, Instant now) {
        Carrier blank = new Carrier(
                tenant.id(), ids.next(), "", List.of(), 0, Map.of(), null, false, Carried.NONE, now, null, null);
        ObjectNode shown = Json.tree(show(new CarrierView(tenant, blank, gateway, 0, Map.of())));
        Reading<CarrierDraft> reading = Reading.ofNew(CarrierFields.TABLE, sent, shown, tenant);
        CarrierDraft draft = new CarrierDraft(blank);
        reading.writeTo(draft);
        return draft.carrier();
    }

    /**
     * Reads {@code PUT /v3/carrier/<uuid>} against what the carrier is now; absent fields stay, and an echo is no write.
     *
     * @throws io.tandem.campaigns.service.Failure.Invalid with wire names
     */
    public Carrier merge(JsonNode sent, CarrierView current) {
        OwnId.check("carrier_uuid", sent, current.carrier().id());
        Reading<CarrierDraft> reading =
                Reading.ofChange(CarrierFields.TABLE, sent, Json.tree(show(current)), current.tenant());
        CarrierDraft draft = new CarrierDraft(current.carrier());
        reading.writeTo(draft);
        return draft.carrier();
    }

    /** The carrier as the single GET shows it. */
    public CarrierDocument show(CarrierView view) {
        return show(view, CarrierFields.TABLE.unknown(view.carrier().carried()));
    }

    /** The carrier as a row of the list: unknown properties left out. */
    public CarrierDocument showInList(CarrierView view) {
        return show(view, Map.of());
    }

    private static CarrierDocument show(CarrierView view, Map<String, JsonNode> unknown) {
        Carrier carrier = view.carrier();
        CarriedFields carried = new CarriedFields(carrier.carried());
        ZoneId zone = view.tenant().zone();
        String own = carrier.callerIds().isEmpty() ? "" : carrier.callerIds().get(0);
        String caller = carried.text(CarrierFields.CALLER, own);
        JsonNode data = carried.get(CarrierFields.DATA);
        return new CarrierDocument(
                carrier.tenant().toString(),
                carrier.id().toString(),
                carrier.name(),
                view.gateway().toString(),
                caller,
                carried.text("description", ""),
                carried.text(CarrierFields.DIAL_TYPE, "sip_one_for_all"),
                true,
                WireTimes.of(carrier.created(), zone),
                WireTimes.ofChange(carrier.updated(), carrier.created(), zone),
                NetworkDocument.of(carrier.channels()),
                data == null ? callerOnly(caller) : data,
                carrier.maxConcurrent(),
                NetworkDocument.of(free(carrier.channels(), view.upByNetwork())),
                Math.max(0, carrier.maxConcurrent() - view.up()),
                carried.get(CarrierFields.GROUPS),
                unknown);
    }

    /** A carrier of one number shows it here, too, as the documents do. */
    private static JsonNode callerOnly(String caller) {
        return Json.object().set(CarrierFields.CALLER, TextNode.valueOf(caller));
    }

    private static Map<String, Integer> free(Map<String, Integer> channels, Map<String, Integer> up) {
        Map<String, Integer> free = new HashMap<>();
        channels.forEach((network, count) -> free.put(network, Math.max(0, count - up.getOrDefault(network, 0))));
        return free;
    }
}
