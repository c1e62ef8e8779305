package io.tandem.gateway.openapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tandem.gateway.openapi.Packed.Missing;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The documents, each assembled when it is first asked for. */
@Singleton
final class OpenApiDocuments {

    private static final String POSTMAN = ".postman_collection";

    private final ObjectMapper mapper;
    private final Map<Surface, byte[]> assembled = new EnumMap<>(Surface.class);

    OpenApiDocuments(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /**
     * The document of the surface of that name, as JSON; with {@code .postman_collection} behind the name, the same as a
     * collection for Postman. Empty if there is no such surface.
     */
    Optional<byte[]> find(String name) {
        for (Surface surface : Surface.values()) {
            if (surface.text().equals(name)) {
                return Optional.of(of(surface));
            }
            if (name.equals(surface.text() + POSTMAN)) {
                return Optional.of(collectionOf(surface));
            }
        }
        return Optional.empty();
    }

    private byte[] collectionOf(Surface surface) {
        try {
            ObjectNode document = (ObjectNode) mapper.readTree(of(surface));
            return mapper.writerWithDefaultPrettyPrinter()
                    .writeValueAsBytes(new PostmanCollection(mapper).of(document));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized byte[] of(Surface surface) {
        return assembled.computeIfAbsent(surface, this::assemble);
    }

    private byte[] assemble(Surface surface) {
        try {
            Assembly assembly = new Assembly(surface, read(surface.generated()), read(surface.common()));
            return mapper.writerWithDefaultPrettyPrinter().writeValueAsBytes(assembly.document());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ObjectNode read(String resource) throws IOException {
        byte[] json = Packed.read(resource).orElseThrow(() -> new Missing(resource));
        return (ObjectNode) mapper.readTree(json);
    }
}
