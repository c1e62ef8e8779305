package io.tandem.translators.autocall;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.tandem.translators.autocall.FieldMapping.Access;
import io.tandem.translators.autocall.FieldMapping.Fidelity;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One row of a document's table: how the field is checked and written, and where it lives.
 *
 * @param nulls what a sent null means
 * @param normal brings a sent value into the form in which it is compared with the one shown (mapping.md, rules 0 and 6)
 * @param write puts a good value into the draft
 * @param speaks of a good value: whether the loss that {@code mapping} names applies to it
 * @param <D> what is written to
 */
record WireField<D extends Draft>(
        FieldMapping mapping,
        Nulls nulls,
        Check check,
        BinaryOperator<JsonNode> normal,
        Write<D> write,
        Predicate<JsonNode> speaks) {

    /** What a null of the field means. (D7) */
    enum Nulls {
        KEEP,
        EMPTY_TEXT,
        REFUSED
    }

    /** Puts a good value into a draft; {@code merged} knows all the document's other values, sent or as shown. */
    @FunctionalInterface
    interface Write<D extends Draft> {
        void write(D draft, JsonNode value, Reading<D> merged);
    }

    /** A field of a canonical record; a null text is the empty text. */
    static <D extends Draft> WireField<D> text(String name, Check check, Write<D> write, String canonical) {
        return of(name, canonical, Access.WRITABLE, Nulls.EMPTY_TEXT, check, write);
    }

    /** A field of a canonical record that a null leaves alone. */
    static <D extends Draft> WireField<D> value(String name, Check check, Write<D> write, String canonical) {
        return of(name, canonical, Access.WRITABLE, Nulls.KEEP, check, write);
    }

    static <D extends Draft> WireField<D> readOnly(String name, String canonical) {
        return of(name, canonical, Access.READ_ONLY, Nulls.KEEP, (sent, site) -> null, (draft, value, merged) -> {});
    }

    /** A text that the hub has no word for. */
    static <D extends Draft> WireField<D> carriedText(String name, String record) {
        return carried(name, record, Nulls.EMPTY_TEXT, Checks.text(0, Checks.LONGEST_CARRIED));
    }

    /** A text of a form of its own that the hub has no word for. */
    static <D extends Draft> WireField<D> carriedText(String name, String record, Check check) {
        return carried(name, record, Nulls.EMPTY_TEXT, check);
    }

    /** A value that the hub has no word for. */
    static <D extends Draft> WireField<D> carriedValue(String name, String record, Check check) {
        return carried(name, record, Nulls.KEEP, check);
    }

    private static <D extends Draft> WireField<D> carried(String name, String record, Nulls nulls, Check check) {
        WireField<D> field =
                of(name, record, Access.CARRIED, nulls, check, (draft, value, merged) -> draft.carry(name, value));
        return field.cannot("no such field in v1.0; kept and shown again in v3", value -> true);
    }

    private static <D extends Draft> WireField<D> of(
            String name, String canonical, Access access, Nulls nulls, Check check, Write<D> write) {
        return new WireField<>(
                new FieldMapping(name, canonical, access, Fidelity.EXACT, ""),
                nulls,
                check,
                (sent, shown) -> sent,
                write,
                value -> false);
    }

    WireField<D> refusingNull() {
        return new WireField<>(mapping, Nulls.REFUSED, check, normal, write, speaks);
    }

    WireField<D> comparedAs(BinaryOperator<JsonNode> form) {
        return new WireField<>(mapping, nulls, check, form, write, speaks);
    }

    /** Exact, by a conversion worth naming. */
    WireField<D> by(String conversion) {
        return mapped(Fidelity.EXACT, conversion, value -> false);
    }

    /** As {@link #losing(String, Predicate)}, of a field that no write brings and no note has to speak of. */
    WireField<D> losing(String reason) {
        return losing(reason, value -> false);
    }

    WireField<D> losing(String reason, Predicate<JsonNode> when) {
        return mapped(Fidelity.LOSS, reason, when);
    }

    /** As {@link #cannot(String, Predicate)}, of a field that no write brings and no note has to speak of. */
    WireField<D> cannot(String reason) {
        return cannot(reason, value -> false);
    }

    WireField<D> cannot(String reason, Predicate<JsonNode> when) {
        return mapped(Fidelity.CANNOT, reason, when);
    }

    private WireField<D> mapped(Fidelity fidelity, String reason, Predicate<JsonNode> when) {
        FieldMapping row = new FieldMapping(mapping.field(), mapping.canonical(), mapping.access(), fidelity, reason);
        return new WireField<>(row, nulls, check, normal, write, when);
    }

    String name() {
        return mapping.field();
    }

    boolean isReadOnly() {
        return mapping.access() == Access.READ_ONLY;
    }

    /** What is meant by a sent value; null if it means that the field stays as it is. */
    @Nullable
    JsonNode meant(JsonNode sent) {
        if (!sent.isNull() || nulls == Nulls.REFUSED) {
            return sent;
        }
        return nulls == Nulls.KEEP ? null : TextNode.valueOf("");
    }

    /** Whether the value is what the field shows anyway. */
    boolean isEcho(JsonNode sent, JsonNode shown) {
        return Json.same(sent, shown) || Json.same(normal.apply(sent, shown), normal.apply(shown, shown));
    }
}
