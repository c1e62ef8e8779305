package io.tandem.translators.autocall;

/**
 * Where one wire field lives in the hub, and what the other dialect can show of it; {@code docs/mapping.md} is made of
 * these rows.
 *
 * @param field wire name
 * @param canonical the canonical field, as {@code Record.component}; for {@link Access#CARRIED} the record that carries it
 * @param reason why and when something is lost, or how it is converted; empty if there is nothing to say
 */
public record FieldMapping(String field, String canonical, Access access, Fidelity fidelity, String reason) {

    /** What a write does with the field. */
    public enum Access {
        /** Written to the canonical field. */
        WRITABLE,
        /** Checked, kept as sent and shown again: the hub has no word for it. */
        CARRIED,
        /** Ignored silently. (D10) */
        READ_ONLY
    }

    /** How the field fares in VoIPbin v1.0. */
    public enum Fidelity {
        EXACT,
        /** Some values come across changed or incomplete. */
        LOSS,
        /** v1.0 has nothing to show it with; the hub keeps it. */
        CANNOT
    }
}
