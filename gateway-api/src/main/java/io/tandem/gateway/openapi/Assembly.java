package io.tandem.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Makes a surface's document of the two halves that {@link Surface} names. The generator knows nothing of arguments that
 * our own binders bind (who calls, a page, a wire version) and takes them for query parameters and body fields; the
 * common half says under {@code x-arguments}, by the argument's type, which parameters they are read from.
 *
 * <p>Records of other modules reach the generator without their annotations: {@code x-schemas} says, by schema, which
 * fields may be missing, which may be null, and which are a JSON tree of another kind than it thinks. {@code x-bodies}
 * gives, by method and path, an example of the body, and its schema where no record is like it.
 *
 * <p>Other keys of the common half: {@code x-responses} go to every route that does not name them itself, {@code x-open}
 * lists the paths that take no credentials, {@code x-parameters} go to all others, {@code x-carrying} the schemas of objects that give back unknown properties
 * which a client sent (the generator drops that annotation on a record); all else is part of the document as it stands.
 */
final class Assembly {

    private static final String SCHEMAS = "#/components/schemas/";
    /** The component of a record that holds whatever else a document says. */
    private static final String ANY_OTHER = "carried";

    /** The generator takes a bound argument of theirs for a body; one that has a body is in {@code x-bodies}. */
    private static final Set<String> BODYLESS = Set.of("get", "head", "delete");

    private static final Pattern NO_WORD = Pattern.compile("[^A-Za-z0-9]+");
    private static final Pattern PREFIX = Pattern.compile("v[0-9]+( 0)?|gateway|admin");

    private final Surface surface;
    private final ObjectNode generated;
    private final ObjectNode common;

    Assembly(Surface surface, ObjectNode generated, ObjectNode common) {
        this.surface = surface;
        this.generated = generated;
        this.common = common;
    }

    ObjectNode document() {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.set("openapi", generated.path("openapi"));
        for (Map.Entry<String, JsonNode> part : common.properties()) {
            if (!part.getKey().startsWith("x-")) {
                document.set(part.getKey(), part.getValue().deepCopy());
            }
        }
        if (!surface.remarks().isEmpty()) {
            String described = document.path("info").path("description").asText();
            String remarks =
                    surface.remarks().stream().map(remark -> "\n- " + remark).collect(Collectors.joining());
            document.withObject("/info").put("description", described + "\n" + remarks);
        }
        document.set("paths", paths());
        ObjectNode schemas = document.withObject("/components").withObject("/schemas");
        JsonNode offered = generated.path("components").path("schemas");
        for (String used : reachable(document, offered)) {
            schemas.set(used, schema(used, offered.path(used)));
        }
        inlineNullable(schemas);
        admitAnyValue(schemas);
        renameNested(document, schemas);
        for (JsonNode open : common.path("x-carrying")) {
            schemas.withObject("/" + open.asText()).put("additionalProperties", true);
        }
        return document;
    }

    private JsonNode schema(String name, JsonNode offered) {
        ObjectNode schema = offered.deepCopy();
        if (schema.path("properties") instanceof ObjectNode properties && properties.has(ANY_OTHER)) {
            properties.remove(ANY_OTHER);
            without(schema, ANY_OTHER);
            schema.put("additionalProperties", true);
        }
        JsonNode said = common.path("x-schemas").path(name);
        said.path("optional").forEach(field -> without(schema, field.asText()));
        for (Map.Entry<String, JsonNode> property : said.path("properties").properties()) {
            schema.withObject("/properties").set(property.getKey(), property.getValue());
        }
        return schema;
    }

    private static void without(ObjectNode schema, String required) {
        ArrayNode left = JsonNodeFactory.instance.arrayNode();
        schema.path("required").forEach(name -> {
            if (!name.asText().equals(required)) {
                left.add(name);
            }
        });
        schema.remove("required");
        if (!left.isEmpty()) {
            schema.set("required", left);
        }
    }

    /**
     * The generator writes a reference that may be null as {@code nullable} beside an {@code allOf}, which by the letter of
     * OpenAPI 3.0 admits no null; what is referred to takes its place.
     */
    private static void inlineNullable(ObjectNode schemas) {
        for (JsonNode nullable : schemas.findParents("nullable")) {
            String reference = nullable.path("allOf").path(0).path("$ref").asText();
            if (reference.startsWith(SCHEMAS)
                    && schemas.get(reference.substring(SCHEMAS.length())) instanceof ObjectNode referred) {
                ObjectNode schema = (ObjectNode) nullable;
                schema.remove("allOf");
                schema.setAll(referred.deepCopy());
            }
        }
    }

    /** The generator writes a map to values of any type as one to objects. */
    private static void admitAnyValue(ObjectNode schemas) {
        for (JsonNode map : schemas.findParents("additionalProperties")) {
            JsonNode values = map.path("additionalProperties");
            if (values.size() == 1 && values.path("type").asText().equals("object")) {
                ((ObjectNode) map).put("additionalProperties", true);
            }
        }
    }

    /** In which of our classes a record stands is nobody's business, where its own name is enough. */
    private static void renameNested(ObjectNode document, ObjectNode schemas) {
        Map<String, List<String>> byLastWord = schemas.properties().stream()
                .map(Map.Entry::getKey)
                .collect(Collectors.groupingBy(name -> name.substring(name.lastIndexOf('.') + 1)));
        byLastWord.forEach((word, names) -> {
            String name = names.get(0);
            if (names.size() == 1 && !name.equals(word)) {
                schemas.set(word, schemas.remove(name));
                for (JsonNode parent : document.findParents("$ref")) {
                    if (parent.path("$ref").asText().equals(SCHEMAS + name)) {
                        ((ObjectNode) parent).put("$ref", SCHEMAS + word);
                    }
                }
            }
        });
    }

    private ObjectNode paths() {
        ObjectNode paths = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> path : generated.path("paths").properties()) {
            if (surface.holds(path.getKey())) {
                ObjectNode item = paths.putObject(path.getKey());
                for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                    item.set(operation.getKey(), operation(path.getKey(), operation.getKey(), (ObjectNode)
                            operation.getValue()));
                }
            }
        }
        return paths;
    }

    private ObjectNode operation(String path, String method, ObjectNode generatedOperation) {
        ObjectNode operation = generatedOperation.deepCopy();
        List<String> parts = parts(path);
        operation.put("operationId", name(method, parts));
        operation.putArray("tags").add(subject(parts));
        operation.set("parameters", parameters(operation.path("parameters"), arguments(generatedOperation)));
        for (JsonNode content : operation.path("requestBody").path("content")) {
            clean((ObjectNode) content);
        }
        JsonNode said = common.path("x-bodies").path(method.toUpperCase(Locale.ROOT) + " " + path);
        if (BODYLESS.contains(method) && said.isMissingNode()) {
            operation.remove("requestBody");
        } else {
            body(operation, said);
        }
        ObjectNode responses = operation.withObject("/responses");
        for (Map.Entry<String, JsonNode> response : common.path("x-responses").properties()) {
            if (!responses.has(response.getKey())) {
                responses.set(response.getKey(), response.getValue());
            }
        }
        if (isOpen(path)) {
            operation.putArray("security");
        } else {
            common.path("x-parameters").forEach(operation.withArray("/parameters")::add);
        }
        return operation;
    }

    private boolean isOpen(String path) {
        for (JsonNode open : common.path("x-open")) {
            if (open.asText().equals(path)) {
                return true;
            }
        }
        return false;
    }

    /** What a body looks like; a route that takes none has none. */
    private static void body(ObjectNode operation, JsonNode said) {
        for (JsonNode content : operation.path("requestBody").path("content")) {
            if (said.has("schema")) {
                ((ObjectNode) content).set("schema", said.path("schema"));
            }
            if (said.has("example")) {
                ((ObjectNode) content).set("example", said.path("example"));
            }
        }
        boolean empty = true;
        for (JsonNode content : operation.path("requestBody").path("content")) {
            empty &= content.path("schema").path("properties").isEmpty()
                    && !content.path("schema").has("$ref")
                    && !content.has("example")
                    && content.path("schema").has("properties");
        }
        if (empty) {
            operation.remove("requestBody");
        } else if (operation.path("requestBody") instanceof ObjectNode needed) {
            needed.put("required", true);
        }
    }

    /** The parts of a path, placeholders without their braces. */
    private static List<String> parts(String path) {
        return Arrays.stream(path.split("/"))
                .map(part -> NO_WORD.matcher(part).replaceAll(" ").strip())
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** Unique in the document, since paths are. */
    private static String name(String method, List<String> parts) {
        return method
                + parts.stream()
                        .flatMap(part -> Arrays.stream(part.split(" ")))
                        .map(Assembly::capital)
                        .collect(Collectors.joining());
    }

    /** What a path is about: its first part behind the version or the surface's own name. */
    private static String subject(List<String> parts) {
        return parts.stream()
                .filter(part -> !PREFIX.matcher(part).matches())
                .findFirst()
                .orElse("");
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    /** The types of the bound arguments, wherever the generator put them. */
    private Set<String> arguments(ObjectNode operation) {
        Set<String> types = new LinkedHashSet<>();
        for (String reference : references(operation)) {
            if (common.path("x-arguments").has(reference)) {
                types.add(reference);
            }
        }
        return types;
    }

    private ArrayNode parameters(JsonNode generatedParameters, Set<String> arguments) {
        ArrayNode parameters = JsonNodeFactory.instance.arrayNode();
        for (JsonNode parameter : generatedParameters) {
            if (!isArgument(parameter.path("schema"))) {
                parameters.add(parameter);
            }
        }
        for (String argument : arguments) {
            common.path("x-arguments").path(argument).forEach(parameters::add);
        }
        return parameters;
    }

    /** A body that no annotation describes: bound arguments fall out of it; a JSON tree stands for the whole body. */
    private void clean(ObjectNode content) {
        content.remove("encoding");
        if (content.path("schema").path("properties") instanceof ObjectNode properties) {
            List<String> bound = properties.properties().stream()
                    .filter(property -> isArgument(property.getValue()))
                    .map(Map.Entry::getKey)
                    .toList();
            properties.remove(bound);
            content.withObject("/schema").remove("required");
            boolean isTree = properties.properties().stream()
                    .allMatch(property ->
                            property.getValue().path("$ref").asText().endsWith("Node"));
            if (isTree) {
                content.putObject("schema").put("type", "object");
            }
        }
    }

    private boolean isArgument(JsonNode schema) {
        return references(schema).stream().anyMatch(common.path("x-arguments")::has);
    }

    /** The schemas that a document needs, in the order of the generator. */
    private static Set<String> reachable(ObjectNode document, JsonNode offered) {
        Set<String> found = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(references(document));
        while (!open.isEmpty()) {
            String name = open.pop();
            if (offered.has(name) && found.add(name)) {
                open.addAll(references(offered.path(name)));
            }
        }
        return found;
    }

    private static Set<String> references(JsonNode node) {
        Set<String> names = new LinkedHashSet<>();
        for (JsonNode reference : node.findValues("$ref")) {
            if (reference.asText().startsWith(SCHEMAS)) {
                names.add(reference.asText().substring(SCHEMAS.length()));
            }
        }
        return names;
    }
}
