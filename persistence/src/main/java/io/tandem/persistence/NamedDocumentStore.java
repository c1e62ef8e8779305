package io.tandem.persistence;

import io.tandem.campaigns.model.Stored;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.NamedStore;
import io.tandem.persistence.DocumentKind.Column;
import java.util.Optional;
import java.util.function.Function;

/**
 * Objects whose living ones have names of their own. The database guards that by a unique index over a column that is
 * null for deleted ones, since H2 has no partial index; and for blank names, which no client can write.
 */
class NamedDocumentStore<T extends Stored> extends DocumentStore<T> implements NamedStore<T> {

    private static final String COLUMN = "reserved_name";

    private final String index;

    /** @param kind with a column made by {@link #name} */
    NamedDocumentStore(Database database, DocumentKind<T> kind) {
        super(database, kind);
        this.index = kind.table() + "_" + COLUMN;
    }

    static <T extends Stored> Column<T> name(Function<T, String> name) {
        return new Column<>(COLUMN, object -> {
            String trimmed = name.apply(object).strip();
            return trimmed.isEmpty() || object.deleted() != null ? null : NameKey.of(trimmed);
        });
    }

    @Override
    public void insert(T object) {
        unlessReserved(() -> super.insert(object));
    }

    @Override
    public void update(T object) {
        unlessReserved(() -> super.update(object));
    }

    @Override
    public Optional<T> named(TenantId tenant, String name) {
        return where(connection(tenant), "WHERE tenant = ? AND reserved_name = ?", tenant, NameKey.of(name.strip()))
                .stream()
                .findFirst();
    }

    private void unlessReserved(Runnable write) {
        try {
            write.run();
        } catch (Faults.KeyTaken e) {
            throw e.isOf(index) ? new NameReserved(e) : e;
        }
    }
}
