package io.tandem.translators.voipbin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tandem.campaigns.model.Carried;
import io.tandem.campaigns.model.TargetList;
import io.tandem.campaigns.service.Failure;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * Lists of targets. {@code data} is any JSON: text is kept as it is, anything else as its JSON text, and it is always
 * shown as a string. (voipbin-v1.md, 1.7 and section 3)
 *
 * <p>Readers throw {@link Failure.Invalid} for broken rules and {@link WireFault} for wrong JSON types. A change that
 * changes nothing gives back the very list. Whether a named campaign exists is for the service to say.
 */
public final class VoipbinOutdials {

    private static final Set<String> FIELDS =
            Set.of("id", "customer_id", "campaign_id", "name", "detail", "data", "tm_create", "tm_update", "tm_delete");

    private VoipbinOutdials() {}

    /** The single object, with the carried properties. */
    public static ObjectNode show(TargetList list, WireVersion version) {
        return form(list).in(version, WireKind.OUTDIAL, list.carried());
    }

    /** As a row of a list or an event's payload: without the carried properties. */
    public static ObjectNode showInList(TargetList list, WireVersion version) {
        return form(list).in(version, WireKind.OUTDIAL);
    }

    private static Form form(TargetList list) {
        return new Form()
                .id("id", list.id())
                .id("customer_id", list.tenant().value())
                .id("campaign_id", list.campaign())
                .text("name", list.name())
                .text("detail", list.detail())
                .text("data", list.data())
                .times(list);
    }

    /** Reads the body of {@code POST /outdials}; only the name is required. */
    public static TargetList create(JsonNode body, Creation creation) {
        Document document = Document.of(body);
        String name = document.required("name");
        String detail = document.text("detail", "");
        String data = document.anyText("data", "");
        UUID campaign = document.id("campaign_id", null);
        Carried carried = CarriedWords.of(document, Carried.NONE, FIELDS);
        document.check();
        return new TargetList(
                creation.tenant().id(),
                creation.ids().next(),
                name,
                detail,
                data,
                campaign,
                true,
                carried,
                creation.now(),
                null,
                null);
    }

    /** {@code PUT /outdials/{id}}: name and detail; absent or null keeps. */
    public static TargetList merge(JsonNode body, TargetList current, Instant now) {
        Document document = Document.of(body);
        TargetList changed = current.withName(document.uncleared("name", current.name()))
                .withDetail(document.text("detail", current.detail()));
        return finish(document, current, changed, now);
    }

    /** {@code PUT /outdials/{id}/campaign_id}: empty, null or absent releases the list. */
    public static TargetList campaign(JsonNode body, TargetList current, Instant now) {
        Document document = Document.of(body);
        return finish(document, current, current.withCampaign(document.id("campaign_id", null)), now);
    }

    /** {@code PUT /outdials/{id}/data}: null empties it. */
    public static TargetList data(JsonNode body, TargetList current, Instant now) {
        Document document = Document.of(body);
        if (!document.fields().contains("data")) {
            document.refuse("data", "is required");
        }
        return finish(document, current, current.withData(document.anyText("data", "")), now);
    }

    private static TargetList finish(Document document, TargetList before, TargetList changed, Instant now) {
        TargetList after = changed.withCarried(CarriedWords.of(document, before.carried(), FIELDS));
        document.check();
        return after.equals(before) ? before : after.withUpdated(now);
    }
}
