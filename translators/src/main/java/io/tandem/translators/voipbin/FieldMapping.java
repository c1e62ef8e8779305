package io.tandem.translators.voipbin;

import java.util.List;

/**
 * What one wire field is in the hub, and what the other dialect can show of it. (mapping.md)
 *
 * @param wire name on the wire; a field that comes five times is listed five times
 * @param canonical the hub's field
 * @param autocall the v3 field, empty if there is none
 * @param reason what is lost or why nothing can be shown; for exact ones what converts it, empty if nothing does
 * @param values every word that an enumeration may show, with the hub's value; empty for other fields
 */
public record FieldMapping(
        WireKind kind,
        String wire,
        String canonical,
        String autocall,
        Fidelity fidelity,
        String reason,
        List<Word> values) {

    public FieldMapping {
        values = List.copyOf(values);
    }

    /** How well v3 shows the field. */
    public enum Fidelity {
        /** As it is, in another unit or form at most. */
        EXACT,
        /** Some values come back otherwise. */
        LOSS,
        /** Not at all; kept, and shown by v1.0 only. */
        CANNOT
    }

    /** One value of an enumeration. */
    public record Word(String wire, String canonical) {}

    FieldMapping withValues(Word... words) {
        return new FieldMapping(kind, wire, canonical, autocall, fidelity, reason, List.of(words));
    }
}
