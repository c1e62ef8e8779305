package io.tandem.persistence;

import io.tandem.campaigns.model.Destination;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.AttemptStore.RecordSearch;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A {@link RecordSearch} of ended attempts as SQL.
 *
 * @param where the condition, with its word
 */
record RecordFilter(String where, List<Object> parameters) {

    static RecordFilter of(TenantId tenant, RecordSearch search) {
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
        if (!search.from().isEmpty()) {
            conditions.add("from_address = ANY (?)", texts(search.from()));
        }
        if (!search.party().isEmpty()) {
            Sql.Array party = texts(search.party());
            conditions.add("(from_address = ANY (?) OR to_address = ANY (?))", party, party);
        }
        conditions.add("placed_at >= ?", search.placedFrom());
        conditions.add("placed_at < ?", search.placedTo());
        conditions.add("ended_at >= ?", search.endedFrom());
        conditions.add("ended_at < ?", search.endedTo());
        return new RecordFilter("WHERE " + conditions.text, conditions.parameters);
    }

    Object[] all() {
        return parameters.toArray();
    }

    private static Sql.Array texts(List<Destination> destinations) {
        return Sql.Array.ofTexts(destinations.stream().map(AddressColumns::text).toList());
    }

    private static final class Conditions {

        private final StringBuilder text = new StringBuilder();
        private final List<Object> parameters = new ArrayList<>();

        void add(String condition, @Nullable Object parameter) {
            if (parameter != null) {
                add(condition, new Object[] {parameter});
            }
        }

        void add(String condition, Object... some) {
            text.append(text.isEmpty() ? "" : " AND ").append(condition);
            parameters.addAll(List.of(some));
        }
    }
}
