package io.tandem.gateway.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A surface's OpenAPI document as a Postman collection (v2.1), a folder a subject. Ids in paths are the variables that the
 * autocall platform's own documents use ({@code base_url}, {@code token}, {@code campaign_uuid} …).
 */
final class PostmanCollection {

    private static final String SCHEMA = "https://schema.getpostman.com/json/collection/v2.1.0/collection.json";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");
    private static final Pattern VARIABLE = Pattern.compile("\\{\\{(\\w+)}}");
    private static final String START = "{{protocol}}://{{base_url}}";
    private static final Map<String, String> VALUES = Map.of("protocol", "http", "base_url", "localhost:8080");

    /** Keeps what the token route answers, so that all other requests work at once. */
    private static final String KEEP_TOKEN = "pm.collectionVariables.set('token', pm.response.json().token);";

    private final ObjectMapper mapper;

    PostmanCollection(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    ObjectNode of(ObjectNode document) {
        ObjectNode collection = mapper.createObjectNode();
        ObjectNode info = collection.putObject("info");
        info.set("name", document.at("/info/title"));
        info.set("description", document.at("/info/description"));
        info.put("schema", SCHEMA);
        collection.set("auth", bearer());
        collection.set("item", folders(document));
        collection.set("variable", variables(collection));
        return collection;
    }

    private ObjectNode bearer() {
        ObjectNode auth = mapper.createObjectNode().put("type", "bearer");
        auth.putArray("bearer")
                .addObject()
                .put("key", "token")
                .put("value", "{{token}}")
                .put("type", "string");
        return auth;
    }

    private ArrayNode folders(ObjectNode document) {
        Map<String, ObjectNode> folders = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                String subject = operation.getValue().at("/tags/0").asText();
                ObjectNode folder = folders.computeIfAbsent(
                        subject, name -> mapper.createObjectNode().put("name", name));
                folder.withArray("/item").add(item(document, path.getKey(), operation.getKey(), operation.getValue()));
            }
        }
        return mapper.createArrayNode().addAll(folders.values());
    }

    private ObjectNode item(ObjectNode document, String path, String method, JsonNode operation) {
        String verb = method.toUpperCase(Locale.ROOT);
        String subject = operation.at("/tags/0").asText();
        ObjectNode item = mapper.createObjectNode().put("name", verb + " " + path);
        if (path.equals("/v3/auth/token")) {
            ObjectNode script = item.putArray("event")
                    .addObject()
                    .put("listen", "test")
                    .putObject("script")
                    .put("type", "text/javascript");
            script.putArray("exec").add(KEEP_TOKEN);
        }
        ObjectNode request = item.putObject("request").put("method", verb);
        if (operation.path("security").isArray() && operation.path("security").isEmpty()) {
            request.putObject("auth").put("type", "noauth");
        }
        request.putArray("header");
        request.set("url", url(document, filled(path, subject), operation));
        body(request, operation.path("requestBody").path("content"));
        return item;
    }

    /** A path's only id is of its subject, and named after it; others have names of their own. */
    private static String filled(String path, String subject) {
        return PLACEHOLDER
                .matcher(path)
                .replaceAll(found -> Matcher.quoteReplacement(
                        "{{" + (found.group(1).equals("id") ? subject + "_uuid" : found.group(1)) + "}}"));
    }

    private ObjectNode url(ObjectNode document, String path, JsonNode operation) {
        ObjectNode url = mapper.createObjectNode().put("raw", START + path);
        url.put("protocol", "{{protocol}}");
        url.putArray("host").add("{{base_url}}");
        ArrayNode parts = url.putArray("path");
        for (String part : path.substring(1).split("/", -1)) {
            parts.add(part);
        }
        for (JsonNode each : operation.path("parameters")) {
            JsonNode parameter =
                    each.has("$ref") ? document.at(each.path("$ref").asText().substring(1)) : each;
            if (parameter.path("in").asText().equals("query")) {
                ObjectNode query = url.withArray("/query")
                        .addObject()
                        .put("key", parameter.path("name").asText())
                        .put("value", "")
                        .put("disabled", true);
                query.set("description", parameter.path("description"));
            }
        }
        return url;
    }

    private void body(ObjectNode request, JsonNode contents) {
        for (Map.Entry<String, JsonNode> content : contents.properties()) {
            JsonNode example = content.getValue().path("example");
            if (content.getKey().startsWith("multipart/")) {
                ArrayNode form =
                        request.putObject("body").put("mode", "formdata").putArray("formdata");
                for (String field : names(content.getValue().at("/schema/properties"))) {
                    boolean file = !example.has(field);
                    ObjectNode part = form.addObject().put("key", field).put("type", file ? "file" : "text");
                    if (!file) {
                        part.set("value", example.path(field));
                    }
                }
            } else {
                request.withArray("/header")
                        .addObject()
                        .put("key", "Content-Type")
                        .put("value", "application/json");
                ObjectNode body = request.putObject("body").put("mode", "raw");
                body.put("raw", example.isMissingNode() ? "{}" : pretty(example));
                body.withObject("/options/raw").put("language", "json");
            }
        }
    }

    private static Iterable<String> names(JsonNode properties) {
        return properties::fieldNames;
    }

    private String pretty(JsonNode json) {
        try {
            return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree that was read can be written", e);
        }
    }

    /** Every variable that a request names, without a value but for those that a local gateway has. */
    private ArrayNode variables(ObjectNode collection) {
        TreeSet<String> names = new TreeSet<>();
        VARIABLE.matcher(collection.toString()).results().forEach(found -> names.add(found.group(1)));
        ArrayNode variables = mapper.createArrayNode();
        names.forEach(name -> variables.addObject().put("key", name).put("value", VALUES.getOrDefault(name, "")));
        return variables;
    }
}
