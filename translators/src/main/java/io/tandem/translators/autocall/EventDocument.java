package io.tandem.translators.autocall;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.campaigns.model.EventHook;
import io.tandem.campaigns.model.EventHook.Event;
import io.tandem.campaigns.model.Tenant;
import io.tandem.campaigns.service.Failure;
import java.util.List;

/** A tenant's event hook as v3 clients know it. (autocall-v3.md, 1.9) */
public record EventDocument(
        @JsonProperty("id") String id,
        @JsonProperty("event") String event,
        @JsonProperty("callback_url") String callbackUrl,
        @JsonProperty("callback_apikey") String callbackApikey) {

    private static final Words<Event> EVENTS = Words.of("ringing", Event.RINGING)
            .and("answered", Event.ANSWERED)
            .and("hangup", Event.HANGUP)
            .and("cdr", Event.RECORD)
            .and("missed", Event.MISSED)
            .and("cdr_autocall", Event.AUTOMATED_RECORD);

    private static final String URL = "callback_url";
    private static final String KEY = "callback_apikey";

    /** All of a tenant's; there is no paging. */
    public record All(
            @JsonProperty("data") List<EventDocument> data,
            @JsonProperty("total") int total) {}

    public record Created(
            @JsonProperty("created") boolean created,
            @JsonProperty("id") String id) {}

    public record Deleted(@JsonProperty("deleted") boolean deleted) {}

    /** What a client wants to be told, and where. */
    public record Wanted(Event event, String url, String key) {}

    /**
     * Reads {@code POST /v1/event}.
     *
     * @throws Failure.Invalid with wire names
     */
    public static Wanted read(JsonNode sent, Tenant tenant) {
        Form form = new Form(sent, tenant, List.of(URL, "event"));
        JsonNode url = form.read(URL, EventDocument::url);
        JsonNode key = form.read(KEY, Checks.text(0, Checks.LONGEST_CARRIED));
        JsonNode event = form.read("event", Checks.oneOf(EVENTS.all()));
        form.faults.throwIfAny();
        return new Wanted(EVENTS.known(event.textValue()), url.textValue(), key.asText(""));
    }

    private static JsonNode url(JsonNode sent, Check.Site site) {
        if (sent.isTextual() && sent.textValue().isEmpty()) {
            site.fault(Wording.longerThan(1));
        } else {
            CallbackAddress.CHECK.read(sent, site);
        }
        return sent;
    }

    /** The hook with the receiver's API key in clear. */
    public static EventDocument of(EventHook hook, String key) {
        return new EventDocument(hook.id().toString(), EVENTS.word(hook.event(), ""), hook.url(), key);
    }
}
