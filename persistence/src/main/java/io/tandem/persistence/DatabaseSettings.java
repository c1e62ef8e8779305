package io.tandem.persistence;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which database the gateway runs on, as its operator says it (design section 7).
 *
 * @param url a {@code jdbc:postgresql:} URL, or one of an embedded H2 ({@code jdbc:h2:mem:…} or of a file); null for the
 *     embedded H2 in {@code directory}
 * @param user null for the URL's own on PostgreSQL, {@code sa} on H2
 * @param ownerUser the role that runs the migrations on PostgreSQL; null for {@code user}. With two roles the gateway's
 *     own gets rights on rows only
 */
public record DatabaseSettings(
        @Nullable String url,
        @Nullable String user,
        @Nullable String password,
        @Nullable String ownerUser,
        @Nullable String ownerPassword,
        Path directory) {

    static final String POSTGRESQL = "jdbc:postgresql:";

    private static final String H2 = "jdbc:h2:";
    private static final int POOL = 16;
    private static final int CONNECTION_TIMEOUT_MILLIS = 5_000;

    /** What H2 must run with: the SQL it is written in, and commits that survive a kill. */
    private static final Map<String, String> H2_NEEDS =
            Map.of("MODE", "PostgreSQL", "DATABASE_TO_LOWER", "TRUE", "WRITE_DELAY", "0");

    /** Settings that would let a second process in beside this one. */
    private static final Map<String, String> H2_FORBIDS = Map.of("AUTO_SERVER", "TRUE", "FILE_LOCK", "NO");

    /**
     * The Micronaut properties of the data source and its migrations.
     *
     * @throws IllegalArgumentException with a sentence for the operator, if the gateway cannot run on that database
     */
    public Map<String, Object> properties() {
        String address = url == null ? H2 + "file:" + directory.toAbsolutePath().resolve("tandem") : url;
        if (address.startsWith(POSTGRESQL)) {
            return postgresql(address);
        }
        if (address.startsWith(H2)) {
            return h2(address);
        }
        throw new IllegalArgumentException(
                "The database URL must begin with jdbc:postgresql: or jdbc:h2:, and does not.");
    }

    private Map<String, Object> postgresql(String address) {
        Map<String, Object> properties = new LinkedHashMap<>();
        pool(properties, "org.postgresql.Driver");
        String tuned = withDefault(address, "reWriteBatchedInserts", "true");
        tuned = withDefault(tuned, "tcpKeepAlive", "true");
        tuned = withDefault(tuned, "ApplicationName", "tandem");
        // A plan made while a table was empty would be kept for a minute after a million targets were imported.
        // A process that freezes within a transaction must not keep its locks for as long as it sleeps.
        tuned = withDefault(
                tuned, "options", "-c plan_cache_mode=force_custom_plan -c idle_in_transaction_session_timeout=10s");
        // A database that vanished without a word must not hold a thread for ever.
        tuned = withDefault(tuned, "socketTimeout", "60");
        properties.put("datasources.default.url", tuned);
        putUnlessNull(properties, "datasources.default.username", user);
        putUnlessNull(properties, "datasources.default.password", password);
        // Always on a connection of its own, under a name that is no data source's: the owner may be another role, and
        // building an index may take longer than a statement of ours ever should.
        locations(properties, "flyway.datasources.owner", "postgresql");
        properties.put("flyway.datasources.owner.url", address);
        putUnlessNull(properties, "flyway.datasources.owner.user", ownerUser == null ? user : ownerUser);
        putUnlessNull(properties, "flyway.datasources.owner.password", ownerUser == null ? password : ownerPassword);
        if (ownerUser != null && user == null) {
            throw new IllegalArgumentException(
                    "With an owner role (TANDEM_DB_OWNER_USER) the gateway's own role must be named too (TANDEM_DB_USER).");
        }
        properties.put("flyway.datasources.owner.placeholders.role", user == null ? "" : user.replace("'", "''"));
        return properties;
    }

    private Map<String, Object> h2(String address) {
        String[] parts = address.split(";", -1);
        String place = parts[0].substring(H2.length());
        if (place.startsWith("tcp:") || place.startsWith("ssl:")) {
            throw new IllegalArgumentException(
                    "An H2 server is not supported, for other processes could write to it: use a file, or PostgreSQL.");
        }
        boolean memory = place.startsWith("mem:");
        Map<String, String> given = new LinkedHashMap<>();
        for (int i = 1; i < parts.length; i++) {
            int equals = parts[i].indexOf('=');
            if (equals > 0) {
                given.put(
                        parts[i].substring(0, equals).strip().toUpperCase(Locale.ROOT), parts[i].substring(equals + 1));
            }
        }
        check(given);
        H2_NEEDS.forEach(given::putIfAbsent);
        // We close it ourselves, after the last outcome was written.
        given.putIfAbsent("DB_CLOSE_ON_EXIT", "FALSE");
        given.putIfAbsent("LOCK_TIMEOUT", "10000");
        given.putIfAbsent("QUERY_CACHE_SIZE", "64");
        if (memory) {
            given.putIfAbsent("DB_CLOSE_DELAY", "-1");
        }
        List<String> whole = new ArrayList<>(List.of(parts[0]));
        given.forEach((name, value) -> whole.add(name + "=" + value));
        Map<String, Object> properties = new LinkedHashMap<>();
        pool(properties, "org.h2.Driver");
        properties.put("datasources.default.url", String.join(";", whole));
        properties.put("datasources.default.username", user == null ? "sa" : user);
        properties.put("datasources.default.password", password == null ? "" : password);
        locations(properties, "flyway.datasources.default", "h2");
        return properties;
    }

    private static void check(Map<String, String> given) {
        String delay = given.get("WRITE_DELAY");
        if (delay != null && !delay.equals("0")) {
            throw new IllegalArgumentException("The database URL says WRITE_DELAY=" + delay
                    + "; H2 would then acknowledge commits that a kill loses. Leave it out, or say WRITE_DELAY=0.");
        }
        given.forEach((name, value) -> {
            String needed = H2_NEEDS.get(name);
            if (needed != null && !needed.equalsIgnoreCase(value)) {
                throw new IllegalArgumentException("The database URL says " + name + "=" + value
                        + "; the gateway runs on H2 with " + name + "=" + needed + " only. Leave it out.");
            }
            if (value.equalsIgnoreCase(H2_FORBIDS.getOrDefault(name, ""))) {
                throw new IllegalArgumentException("The database URL says " + name + "=" + value
                        + "; a second process could then write to the gateway's file. Leave it out.");
            }
        });
    }

    private static void pool(Map<String, Object> properties, String driver) {
        properties.put("datasources.default.driver-class-name", driver);
        properties.put("datasources.default.dialect", "POSTGRES");
        properties.put("datasources.default.schema-generate", "NONE");
        properties.put("datasources.default.maximum-pool-size", POOL);
        properties.put("datasources.default.connection-timeout", CONNECTION_TIMEOUT_MILLIS);
    }

    private static void locations(Map<String, Object> properties, String migrations, String database) {
        properties.put(migrations + ".enabled", true);
        properties.put(
                migrations + ".locations",
                List.of("classpath:db/migration/common", "classpath:db/migration/" + database));
    }

    private static void putUnlessNull(Map<String, Object> properties, String name, @Nullable String value) {
        if (value != null) {
            properties.put(name, value);
        }
    }

    private static String withDefault(String address, String name, String value) {
        int query = address.indexOf('?');
        if (query >= 0 && ("&" + address.substring(query + 1)).contains("&" + name + "=")) {
            return address;
        }
        return address
                + (query < 0 ? '?' : '&')
                + name
                + '='
                + URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
