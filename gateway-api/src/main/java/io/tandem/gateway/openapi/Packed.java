package io.tandem.gateway.openapi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Files that are packed into the gateway's jar and its libraries. */
final class Packed {

    private Packed() {}

    /** A file that the build promised and did not pack. */
    static final class Missing extends IllegalStateException {
        Missing(String resource) {
            super("the build has packed no " + resource);
        }
    }

    /** The file's bytes; empty if there is none of that path. */
    static Optional<byte[]> read(String path) {
        try (InputStream stream = Packed.class.getClassLoader().getResourceAsStream(path)) {
            return stream == null ? Optional.empty() : Optional.of(stream.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
