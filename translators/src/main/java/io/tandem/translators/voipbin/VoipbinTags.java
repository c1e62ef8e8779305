package io.tandem.translators.voipbin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tandem.campaigns.model.Tag;
import io.tandem.campaigns.service.Failure;
import java.time.Instant;

/**
 * Tags. (voipbin-v1.md, 1.9) The hub carries nothing with a tag: unknown properties are ignored.
 *
 * <p>Readers throw {@link Failure.Invalid} for broken rules and {@link WireFault} for wrong JSON types.
 */
public final class VoipbinTags {

    private VoipbinTags() {}

    public static ObjectNode show(Tag tag, WireVersion version) {
        return new Form()
                .id("id", tag.id())
                .id("customer_id", tag.tenant().value())
                .text("name", tag.name())
                .text("detail", tag.detail())
                .times(tag)
                .in(version, WireKind.TAG);
    }

    /** Reads the body of {@code POST /tags}. */
    public static Tag create(JsonNode body, Creation creation) {
        Document document = Document.of(body);
        String name = document.required("name");
        String detail = document.text("detail", "");
        document.check();
        return new Tag(creation.tenant().id(), creation.ids().next(), name, detail, creation.now(), null, null);
    }

    /** {@code PUT /tags/{id}}: absent or null keeps; a change that changes nothing gives back the very tag. */
    public static Tag merge(JsonNode body, Tag current, Instant now) {
        Document document = Document.of(body);
        Tag after = current.withName(document.uncleared("name", current.name()))
                .withDetail(document.text("detail", current.detail()));
        document.check();
        return after.equals(current) ? current : after.withUpdated(now);
    }
}
