package io.tandem.translators.autocall;

import io.tandem.translators.autocall.FieldMapping.Access;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What each column of a file of leads means: the header's names are those of the lead document, {@code phone},
 * {@code sdt} and {@code ten}, in any case, with or without diacritics. (D37)
 *
 * @param fields a column's field of the lead, in the order of the header; an {@link #OTHER} column goes to
 *     {@code additional} under its own name
 * @param names the header as written
 */
record LeadColumns(List<String> fields, List<String> names) {

    static final String OTHER = "";

    private static final Map<String, String> ALIASES =
            Map.of("phone", LeadDraft.PHONE, "sdt", LeadDraft.PHONE, "ten", "lead_name");
    private static final Set<String> OWN =
            Set.of(LeadDraft.PHONE, "lead_name", LeadDraft.AFTER_DAY, LeadFields.ADDITIONAL);
    private static final Pattern DIACRITICS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s-]+");

    /** Reads the header; throws {@link LeadFileUnreadable} if the rows below it cannot be understood. */
    static LeadColumns of(List<String> header) {
        List<String> fields = new ArrayList<>();
        List<String> names = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (int column = 0; column < header.size(); column++) {
            String name = header.get(column).strip();
            if (name.indexOf('\0') >= 0) {
                throw new LeadFileUnreadable("The first line is not text.");
            }
            String shown = name.isEmpty() ? "column_" + (column + 1) : name;
            String field = fieldOf(name);
            // A second column of telephone numbers or names is kept beside the first, not lost.
            String role = field.isEmpty() || taken.contains(field) ? OTHER : field;
            boolean fresh = taken.add(role.isEmpty() ? "other:" + shown : role);
            if (!fresh) {
                throw new LeadFileUnreadable("The header has the column \"" + shown + "\" twice.");
            }
            fields.add(role);
            names.add(shown);
        }
        if (!fields.contains(LeadDraft.PHONE)) {
            throw new LeadFileUnreadable("The header has no column with the telephone number: "
                    + "name it phone_number, phone or sdt. It has: " + String.join(", ", names) + ".");
        }
        return new LeadColumns(List.copyOf(fields), List.copyOf(names));
    }

    int count() {
        return fields.size();
    }

    private static String fieldOf(String name) {
        String plain = DIACRITICS
                .matcher(Normalizer.normalize(name, Normalizer.Form.NFD))
                .replaceAll("")
                .replace('đ', 'd')
                .replace('Đ', 'D')
                .toLowerCase(Locale.ROOT);
        String word = BETWEEN_WORDS.matcher(plain).replaceAll("_");
        String field = ALIASES.getOrDefault(word, word);
        return OWN.contains(field) || isCarried(field) ? field : OTHER;
    }

    private static boolean isCarried(String field) {
        WireField<LeadDraft> row = LeadFields.TABLE.row(field);
        return row != null && row.mapping().access() == Access.CARRIED;
    }
}
