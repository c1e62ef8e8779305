package io.tandem.translators.voipbin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tandem.campaigns.ports.Credential;
import io.tandem.campaigns.service.Failure;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Access keys. (voipbin-v1.md, 1.3) The secret is shown once, in the answer to the {@code POST}.
 *
 * <p>Readers throw {@link Failure.Invalid} for broken rules and {@link WireFault} for wrong JSON types.
 */
public final class VoipbinAccesskeys {

    private static final int SHORTEST_LIFE_SECONDS = 86_400;

    private VoipbinAccesskeys() {}

    /** What a {@code POST} asks for. */
    public record NewKey(String name, String detail, Duration life) {}

    /** The labels of a key. */
    public record Labels(String name, String detail) {}

    /**
     * The key; name, detail and token are omitted when empty.
     *
     * @param token the secret, in the answer to the {@code POST} only; else null
     */
    public static ObjectNode show(Credential key, @Nullable String token, WireVersion version) {
        return new Form()
                .id("id", key.id())
                .id("customer_id", key.tenant().value())
                .textUnlessEmpty("name", key.name())
                .textUnlessEmpty("detail", key.detail())
                .textUnlessEmpty("token", token == null ? "" : token)
                .textUnlessEmpty("token_prefix", key.prefix())
                .time("tm_expire", key.expires())
                .time("tm_create", key.created())
                .time("tm_update", key.updated())
                .time("tm_delete", key.deleted())
                .in(version, WireKind.ACCESSKEY);
    }

    /** Reads the body of {@code POST /accesskeys}: {@code expire} is in seconds from now, at least a day. */
    public static NewKey create(JsonNode body) {
        Document document = Document.of(body);
        Duration life = document.seconds("expire", SHORTEST_LIFE_SECONDS);
        NewKey key = new NewKey(document.text("name", ""), document.text("detail", ""), life);
        document.check();
        return key;
    }

    /** {@code PUT /accesskeys/{id}}: absent or null keeps. */
    public static Labels merge(JsonNode body, Credential current) {
        Document document = Document.of(body);
        Labels labels = new Labels(document.text("name", current.name()), document.text("detail", current.detail()));
        document.check();
        return labels;
    }
}
