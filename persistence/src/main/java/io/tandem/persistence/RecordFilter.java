package io.tandem.persistence;

import io.tandem.campaigns.model.Destination;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.AttemptStore.RecordSearch;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A {@link RecordSearch} of ended attempts as SQL. A number may be the caller id or what was called, in one of several
 * forms: each is a look of its own, which an index serves, and no record is found by two.
 *
 * @param where the condition, with its word
 * @param column the one that has to be a certain number, null for none
 */
record RecordFilter(
        String where, List<Object> parameters, @Nullable String column) {

    /** PostgreSQL's indexes of V55 hold what is no longer, and are used only where that is said. */
    private static final int LONGEST_INDEXED = 200;

    private static final String FROM = "from_address";
    private static final String TO = "to_address";

    RecordFilter {
        parameters = List.copyOf(parameters);
    }

    /** The looks that find all records together; at least one. */
    static List<RecordFilter> of(TenantId tenant, RecordSearch search) {
        RecordFilter common = common(tenant, search);
        List<String> party = texts(search.party());
        List<String> from = texts(search.from());
        List<RecordFilter> looks = new ArrayList<>();
        if (!party.isEmpty()) {
            RecordFilter both = from.isEmpty() ? common : common.and(FROM + " = ANY (?)", Sql.Array.ofTexts(from));
            party.forEach(number -> looks.add(both.by(TO, number)));
            RecordFilter others = both.and("NOT " + TO + " = ANY (?)", Sql.Array.ofTexts(party));
            party.forEach(number -> looks.add(others.by(FROM, number)));
        } else if (!from.isEmpty()) {
            from.forEach(number -> looks.add(common.by(FROM, number)));
        } else {
            looks.add(common);
        }
        return looks;
    }

    private static RecordFilter common(TenantId tenant, RecordSearch search) {
        Conditions conditions = new Conditions();
        conditions.add("tenant = ?", tenant);
        conditions.add("campaign = ?", search.campaign());
        conditions.text.append(" AND ended_at IS NOT NULL AND disposition IS NOT NULL");
        conditions.add("list = ?", search.list());
        if (!search.dispositions().isEmpty()) {
            conditions.add(
                    "disposition = ANY (?)",
                    Sql.Array.ofTexts(
                            search.dispositions().stream().map(Enum::name).toList()));
        }
        conditions.add("placed_at >= ?", search.placedFrom());
        conditions.add("placed_at < ?", search.placedTo());
        conditions.add("ended_at >= ?", search.endedFrom());
        conditions.add("ended_at < ?", search.endedTo());
        return new RecordFilter("WHERE " + conditions.text, conditions.parameters, null);
    }

    private RecordFilter by(String numberColumn, String number) {
        String indexed =
                number.length() <= LONGEST_INDEXED ? " AND length(" + numberColumn + ") <= " + LONGEST_INDEXED : "";
        RecordFilter narrowed = and(numberColumn + " = ?" + indexed, number);
        return new RecordFilter(narrowed.where, narrowed.parameters, numberColumn);
    }

    private RecordFilter and(String condition, Object parameter) {
        List<Object> all = new ArrayList<>(parameters);
        all.add(parameter);
        return new RecordFilter(where + " AND " + condition, all, column);
    }

    Object[] all() {
        return parameters.toArray();
    }

    /** What stands before {@code placed_at DESC, id DESC} in the index that fits. */
    String orderedBy(@Nullable Object campaign) {
        if (column != null) {
            return "tenant, " + column + ", ";
        }
        return campaign == null ? "tenant, " : "tenant, campaign, ";
    }

    private static List<String> texts(List<Destination> destinations) {
        return destinations.stream().map(AddressColumns::text).distinct().collect(Collectors.toList());
    }

    private static final class Conditions {

        private final StringBuilder text = new StringBuilder();
        private final List<Object> parameters = new ArrayList<>();

        void add(String condition, @Nullable Object parameter) {
            if (parameter != null) {
                text.append(text.isEmpty() ? "" : " AND ").append(condition);
                parameters.add(parameter);
            }
        }
    }
}
