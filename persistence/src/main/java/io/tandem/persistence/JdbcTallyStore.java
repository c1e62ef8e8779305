package io.tandem.persistence;

import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.TallyStore;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

@Singleton
final class JdbcTallyStore implements TallyStore {

    private final Database database;

    JdbcTallyStore(Database database) {
        this.database = database;
    }

    @Override
    public Map<String, Long> of(TenantId tenant, UUID subject) {
        Map<String, Long> amounts = new HashMap<>();
        Sql.list(
                        database.of(tenant),
                        "SELECT name, amount FROM tally WHERE tenant = ? AND subject = ?",
                        row -> Map.entry(row.getString("name"), row.getLong("amount")),
                        tenant,
                        subject)
                .forEach(counter -> amounts.put(counter.getKey(), counter.getValue()));
        return amounts;
    }

    @Override
    public void add(TenantId tenant, UUID subject, Map<String, Long> deltas) {
        Tallies tallies = new Tallies();
        deltas.forEach((name, delta) -> tallies.add(tenant, subject, name, delta));
        tallies.write(database.of(tenant));
    }
}
