package io.tandem.persistence;

import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.TallyStore;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

@Singleton
final class JdbcTallyStore implements TallyStore {

    private final Database database;

    JdbcTallyStore(Database database) {
        this.database = database;
    }

    private record Counter(UUID subject, String name, long amount) {}

    @Override
    public Map<UUID, Map<String, Long>> of(TenantId tenant, Collection<UUID> subjects) {
        Map<UUID, Map<String, Long>> amounts = new HashMap<>();
        Sql.list(
                        database.of(tenant),
                        "SELECT subject, name, amount FROM tally WHERE tenant = ? AND subject = ANY(?)",
                        row -> new Counter(
                                row.getObject("subject", UUID.class), row.getString("name"), row.getLong("amount")),
                        tenant,
                        Sql.Array.ofUuids(subjects))
                .forEach(counter -> amounts.computeIfAbsent(counter.subject, id -> new HashMap<>())
                        .put(counter.name, counter.amount));
        return amounts;
    }

    @Override
    public void add(TenantId tenant, UUID subject, Map<String, Long> deltas) {
        Tallies tallies = new Tallies();
        deltas.forEach((name, delta) -> tallies.add(tenant, subject, name, delta));
        tallies.write(database.of(tenant));
    }
}
