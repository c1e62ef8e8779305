package io.tandem.translators.autocall;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.campaigns.model.Carried;
import io.tandem.campaigns.model.TargetList;
import io.tandem.campaigns.model.Tenant;
import io.tandem.campaigns.ports.Ids;
import io.tandem.campaigns.ports.TallyStore;
import io.tandem.campaigns.service.Failure;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;

/**
 * Lists between v3 documents and the hub. Pure but for the ids of new objects; safe for use by many threads.
 *
 * <p>Whether the campaign exists and the name is free is the hub's to decide.
 */
public final class AutocallLists {

    private final Ids ids;

    public AutocallLists(Ids ids) {
        this.ids = ids;
    }

    /**
     * Reads {@code POST /v3/list}: an enabled list made for the named campaign.
     *
     * @throws Failure.Invalid with wire names
     */
    public TargetList create(JsonNode sent, Tenant tenant, Instant now) {
        TargetList blank =
                new TargetList(tenant.id(), ids.next(), "", "", "", null, true, Carried.NONE, now, null, null);
        ListView view = new ListView(tenant, blank, "", Map.of());
        Reading<ListDraft> reading = Reading.ofNew(ListFields.TABLE, sent, Json.tree(show(view)), tenant);
        ListDraft draft = new ListDraft(blank);
        reading.writeTo(draft);
        return draft.list();
    }

    /** The list as the single GET shows it. */
    public ListDocument show(ListView view) {
        return show(view, ListFields.TABLE.unknown(view.list().carried()));
    }

    /** The list as a row of the list: unknown properties left out. */
    public ListDocument showInList(ListView view) {
        return show(view, Map.of());
    }

    private static ListDocument show(ListView view, Map<String, JsonNode> unknown) {
        TargetList list = view.list();
        ZoneId zone = view.tenant().zone();
        UUID campaign = list.campaign();
        return new ListDocument(
                list.tenant().toString(),
                list.id().toString(),
                list.name(),
                campaign == null ? "" : campaign.toString(),
                list.detail(),
                resetTime(list, zone),
                list.enabled(),
                "",
                WireTimes.of(list.created(), zone),
                WireTimes.ofChange(list.updated(), list.created(), zone),
                count(view, TallyStore.TOTAL),
                0,
                view.campaignName(),
                "",
                "",
                "",
                "",
                count(view, TallyStore.UPLOADED),
                count(view, TallyStore.IMPORTED),
                count(view, TallyStore.REFUSED),
                null,
                unknown);
    }

    private static String resetTime(TargetList list, ZoneId zone) {
        String at = new CarriedFields(list.carried()).text(ListFields.RESET_TIME, "");
        return at.isEmpty() ? WireTimes.NO_DATE : WireTimes.of(Instant.parse(at), zone);
    }

    private static long count(ListView view, String counter) {
        return view.tally().getOrDefault(counter, 0L);
    }
}
