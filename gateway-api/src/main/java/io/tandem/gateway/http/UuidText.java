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
final class UuidText implements TypeConverter<CharSequence, UUID> {

    private static final Pattern FULL =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private static final UUID NIL = new UUID(0, 0);

    @Override
    public Optional<UUID> convert(CharSequence text, Class<UUID> type, ConversionContext context) {
        if (FULL.matcher(text).matches()) {
            UUID id = UUID.fromString(text.toString());
            if (!id.equals(NIL)) {
                return Optional.of(id);
            }
        }
        context.reject(text, new IllegalArgumentException("no UUID"));
        return Optional.empty();
    }
}
