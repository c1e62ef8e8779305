package io.tandem.tests;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request.Method;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import com.atlassian.oai.validator.report.ValidationReport.Message;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Holds every answer of the gateway against the OpenAPI document that it serves of itself: status, content type, headers
 * and body. What a document does not tell of must not be there: it is answered 404 or 405. A document is fetched once,
 * from the first gateway that is asked.
 */
final class Conformance {

    /** The documents that answers are held against, by what their paths begin with. */
    private static final Map<String, String> DOCUMENTS = Map.of(
            "/v1.0", "voipbin",
            "/auth", "voipbin",
            "/ping", "voipbin",
            "/v3", "autocall",
            "/v1", "autocall",
            "/gateway", "gateway",
            "/admin", "gateway",
            "/health", "gateway");

    private static final Map<String, OpenApiInteractionValidator> VALIDATORS = new ConcurrentHashMap<>();

    /** What the validator says of a path or method that a document does not have. */
    private static final Set<String> UNTOLD =
            Set.of("validation.request.path.missing", "validation.request.operation.notAllowed");

    private Conformance() {}

    static void check(URI base, HttpResponse<String> response) {
        HttpRequest request = response.request();
        String path = request.uri().getPath();
        String document = documentOf(path);
        Method method = methodOf(request.method());
        if (document == null || method == null) {
            return;
        }
        ValidationReport report = VALIDATORS
                .computeIfAbsent(document, name -> validator(base, name))
                .validateResponse(path, method, plain(response));
        List<Message> faults = report.getMessages().stream()
                .filter(message -> message.getLevel() == ValidationReport.Level.ERROR)
                .filter(message -> !isAbsent(message, response.statusCode()))
                .toList();
        if (!faults.isEmpty()) {
            throw new AssertionError(method + " " + path + " is not answered as /openapi/" + document + ".json says: "
                    + faults.stream().map(Message::toString).collect(Collectors.joining("; ")) + "\n"
                    + response.statusCode() + " " + response.body());
        }
    }

    private static boolean isAbsent(Message message, int status) {
        return UNTOLD.contains(message.getKey()) && (status == 404 || status == 405);
    }

    private static @Nullable String documentOf(String path) {
        String first = "/" + path.substring(1).split("/", 2)[0];
        return DOCUMENTS.get(first);
    }

    private static @Nullable Method methodOf(String name) {
        return Arrays.stream(Method.values())
                .filter(method -> method.name().equals(name))
                .filter(method -> method != Method.HEAD && method != Method.OPTIONS)
                .findFirst()
                .orElse(null);
    }

    private static SimpleResponse plain(HttpResponse<String> response) {
        SimpleResponse.Builder plain = SimpleResponse.Builder.status(response.statusCode());
        response.headers().map().forEach(plain::withHeader);
        return (response.body().isEmpty() ? plain : plain.withBody(response.body())).build();
    }

    private static OpenApiInteractionValidator validator(URI base, String document) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + "/openapi/" + document + ".json"))
                .build();
        return OpenApiInteractionValidator.createForInlineApiSpecification(
                        Api.exchange(request).body())
                .build();
    }
}
