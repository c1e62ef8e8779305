package io.tandem.persistence;

import io.tandem.campaigns.ports.SettingStore;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.Optional;

@Singleton
final class JdbcSettingStore implements SettingStore {

    private final Database database;

    JdbcSettingStore(Database database) {
        this.database = database;
    }

    @Override
    public Optional<String> get(String name) {
        return database.asOperator(connection -> read(connection, name));
    }

    @Override
    public String putIfAbsent(String name, String value) {
        return database.asOperator(connection -> {
            insert(connection, name, value);
            return read(connection, name).orElseThrow();
        });
    }

    @Override
    public boolean replace(String name, String before, String value) {
        return database.asOperator(connection -> Sql.update(
                        connection,
                        "UPDATE setting SET content = ? WHERE name = ? AND content = ?",
                        value,
                        name,
                        before))
                == 1;
    }

    private static void insert(Connection connection, String name, String value) {
        Sql.update(connection, "INSERT INTO setting (name, content) VALUES (?, ?) ON CONFLICT DO NOTHING", name, value);
    }

    private static Optional<String> read(Connection connection, String name) {
        return Sql.first(
                connection, "SELECT content FROM setting WHERE name = ?", row -> row.getString("content"), name);
    }
}
