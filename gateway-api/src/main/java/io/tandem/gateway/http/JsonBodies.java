package io.tandem.gateway.http;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.tandem.gateway.http.Fault.BadBody;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/**
 * Reads a body as JSON, more strictly than the standard asks, because what is read is kept as sent and given to
 * databases and to the other dialect.
 *
 * <p>Refused beside plain bad syntax: duplicate keys, anything after the document, bytes that are not UTF-8, U+0000 and
 * lone surrogates in texts and keys (PostgreSQL cannot keep them), more than {@value Mapper#MAX_DEPTH} levels, numbers
 * beyond 1,000 digits or with an exponent beyond 1,000 (JSON columns cannot keep them). A byte order mark is skipped.
 */
@Singleton
public final class JsonBodies {

    private static final int MAX_EXPONENT = 1_000;

    private final ObjectMapper mapper;

    public JsonBodies(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /**
     * The JSON value that the bytes are.
     *
     * @throws Refusal with a {@link BadBody} if they are none or hold what is refused; its words are ours, not the
     *     parser's
     */
    public JsonNode read(byte[] body) {
        JsonNode root;
        try {
            root = mapper.readTree(text(body));
        } catch (StreamConstraintsException e) {
            throw malformed("it is nested too deeply, or a number in it is too long");
        } catch (MismatchedInputException e) {
            throw malformed("a key comes twice in an object, or something follows the document");
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            throw malformed(
                    at == null
                            ? "it is not JSON"
                            : "it is not JSON, at line " + at.getLineNr() + ", column " + at.getColumnNr());
        } catch (ArithmeticException | NumberFormatException e) {
            throw malformed("a number is too large or too small");
        }
        if (root.isMissingNode()) {
            throw malformed("the body is empty");
        }
        check(root);
        return root;
    }

    /** The type of a value in the words of JSON schema: object, array, string, integer, number, boolean, null. */
    public static String typeOf(JsonNode node) {
        return node.isIntegralNumber() ? "integer" : node.getNodeType().name().toLowerCase(Locale.ROOT);
    }

    private static String text(byte[] body) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw malformed("the body is not UTF-8");
        }
    }

    private static void check(JsonNode node) {
        if (node.isTextual()) {
            check(node.textValue());
        } else if (node.isBigDecimal()) {
            long exponent =
                    (long) node.decimalValue().precision() - node.decimalValue().scale() - 1;
            if (Math.abs(exponent) > MAX_EXPONENT) {
                throw malformed("a number is too large or too small");
            }
        } else if (node.isObject()) {
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                check(field.getKey());
                check(field.getValue());
            }
        } else {
            for (JsonNode element : node) {
                check(element);
            }
        }
    }

    private static void check(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                throw malformed("a text holds U+0000");
            }
            if (Character.isSurrogate(c)) {
                if (Character.isLowSurrogate(c)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    throw malformed("a text holds half a character");
                }
                i++;
            }
        }
    }

    private static Refusal malformed(String why) {
        return new Refusal(new BadBody(BadBody.Kind.MALFORMED, why));
    }
}
