package io.tandem.persistence;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A name as an index carries it: itself, or, where it is too long for an index row of PostgreSQL (2.7 kB), its beginning
 * and its digest. Equal exactly when the names are.
 */
final class NameKey {

    private static final int LONGEST = 500;
    private static final int KEPT = 200;

    private NameKey() {}

    static String of(String name) {
        if (name.length() <= LONGEST) {
            return name;
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return name.substring(0, KEPT) + '#' + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
