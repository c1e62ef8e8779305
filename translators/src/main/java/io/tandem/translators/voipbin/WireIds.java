package io.tandem.translators.voipbin;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Ids on the wire: 36 characters; "none" is the nil UUID, which the hub never stores. */
public final class WireIds {

    /** How this dialect writes "none". */
    public static final String NIL = "00000000-0000-0000-0000-000000000000";

    private static final UUID NIL_ID = UUID.fromString(NIL);
    /** {@link UUID#fromString} alone takes {@code 1-1-1-1-1}. */
    private static final Pattern FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private WireIds() {}

    /**
     * The id in a path.
     *
     * @throws WireFault INVALID_ID if it is no UUID, or the nil one
     */
    public static UUID inPath(String text) {
        return read(text).filter(id -> !id.equals(NIL_ID)).orElseThrow(WireFault::pathId);
    }

    /** Empty if it is no UUID; the nil UUID is one. */
    static Optional<UUID> read(String text) {
        return FORM.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }

    static boolean isNone(String text) {
        return text.isEmpty() || text.equals(NIL);
    }

    static String text(@Nullable UUID id) {
        return id == null ? NIL : id.toString();
    }
}
