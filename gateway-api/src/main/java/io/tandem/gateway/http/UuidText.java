package io.tandem.gateway.http;

import io.micronaut.core.convert.ConversionContext;
import io.micronaut.core.convert.TypeConverter;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Reads ids in paths: a UUID in its full 36 characters, not the nil one, which no object has. {@code UUID.fromString}
 * takes shorter groups, too; one object would have many names.
 */
@Singleton
public final class UuidText implements TypeConverter<CharSequence, UUID> {

    private static final Pattern FULL =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private static final UUID NIL = new UUID(0, 0);

    @Override
    public Optional<UUID> convert(CharSequence text, Class<UUID> type, ConversionContext context) {
        Optional<UUID> id = read(text);
        if (id.isEmpty()) {
            context.reject(text, new IllegalArgumentException("no UUID"));
        }
        return id;
    }

    /** The id; empty if the text is none. */
    public static Optional<UUID> read(CharSequence text) {
        return FULL.matcher(text).matches()
                ? Optional.of(UUID.fromString(text.toString())).filter(id -> !id.equals(NIL))
                : Optional.empty();
    }
}
