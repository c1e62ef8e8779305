package io.tandem.campaigns.ports;

import java.util.Optional;

/** Named values of the whole installation, kept with the database; the operator's, outside any tenant's transaction. */
public interface SettingStore {

    Optional<String> get(String name);

    /** Gives the name this value unless it has one; of two at once exactly one stands. Returns the value that stands. */
    String putIfAbsent(String name, String value);

    /** Gives the name this value if it has {@code before} yet; says whether it did. */
    boolean replace(String name, String before, String value);
}
