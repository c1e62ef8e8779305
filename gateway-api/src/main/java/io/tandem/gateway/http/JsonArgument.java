package io.tandem.gateway.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.AnnotatedRequestArgumentBinder;
import io.micronaut.http.bind.binders.PostponedRequestArgumentBinder;
import io.tandem.gateway.http.Fault.BadBody;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Binds {@link Json} arguments from the bytes that {@link BodyFilter} has read. */
@Singleton
final class JsonArgument
        implements AnnotatedRequestArgumentBinder<Json, JsonNode>, PostponedRequestArgumentBinder<JsonNode> {

    private final JsonBodies bodies;

    JsonArgument(JsonBodies bodies) {
        this.bodies = bodies;
    }

    @Override
    public Class<Json> getAnnotationType() {
        return Json.class;
    }

    @Override
    public BindingResult<JsonNode> bind(ArgumentConversionContext<JsonNode> context, HttpRequest<?> request) {
        Optional<byte[]> body = BodyFilter.bodyOf(request);
        if (body.isEmpty()) {
            return BindingResult.unsatisfied();
        }
        boolean object = ObjectNode.class.isAssignableFrom(context.getArgument().getType());
        JsonNode node;
        try {
            node = read(body.get(), object, is(context, "optional"));
        } catch (Refusal e) {
            if (!is(context, "lenient")) {
                throw e;
            }
            node = MissingNode.getInstance();
        }
        Optional<JsonNode> bound = Optional.of(node);
        return () -> bound;
    }

    private static boolean is(ArgumentConversionContext<JsonNode> context, String member) {
        return context.getAnnotationMetadata().booleanValue(Json.class, member).orElse(false);
    }

    private JsonNode read(byte[] body, boolean object, boolean optional) {
        if (body.length == 0 && optional) {
            return object ? JsonNodeFactory.instance.objectNode() : MissingNode.getInstance();
        }
        JsonNode node = bodies.read(body);
        if (object && !node.isObject()) {
            throw new Refusal(new BadBody(BadBody.Kind.NOT_AN_OBJECT, JsonBodies.typeOf(node)));
        }
        return node;
    }
}
