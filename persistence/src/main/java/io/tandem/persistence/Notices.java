package io.tandem.persistence;

import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.Replicas.Notice;
import java.sql.Connection;
import java.util.Optional;
import java.util.UUID;

/**
 * What replicas say to each other over PostgreSQL's NOTIFY: a word, who says it, and what it is about, with spaces
 * between.
 */
final class Notices {

    static final String CHANNEL = "tandem";

    private static final String CHANGED = "changed";
    private static final String FORBIDDEN = "forbidden";
    private static final String ACKNOWLEDGED = "acknowledged";
    private static final String FREE = "free";
    private static final String MEMBERS = "members";
    private static final String GONE = "gone";

    private Notices() {}

    static String changed(UUID self, TenantId tenant) {
        return CHANGED + " " + self + " " + tenant;
    }

    /** To be followed by the epoch. */
    static String forbidden(UUID self, TenantId tenant) {
        return FORBIDDEN + " " + self + " " + tenant + " ";
    }

    static String acknowledged(UUID self, TenantId tenant) {
        return ACKNOWLEDGED + " " + self + " " + tenant;
    }

    static String free(UUID self, TenantId tenant) {
        return FREE + " " + self + " " + tenant;
    }

    static String members(UUID self, boolean gone) {
        return MEMBERS + " " + self + (gone ? " " + GONE : "");
    }

    /** Sends when the transaction commits. */
    static void send(Connection connection, String notice) {
        Sql.first(connection, "SELECT pg_notify(?, ?)", row -> true, CHANNEL, notice);
    }

    /**
     * What was said; nothing for what {@code self} said of changes, which it knows, and for what is no notice of ours:
     * anybody with a session may send on the channel.
     */
    static Optional<Notice> read(String text, UUID self) {
        try {
            return parse(text, self);
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException foreign) {
            return Optional.empty();
        }
    }

    private static Optional<Notice> parse(String text, UUID self) {
        String[] words = text.split(" ", -1);
        boolean own = words.length > 1 && words[1].equals(self.toString());
        return switch (words[0]) {
            case CHANGED -> own ? Optional.empty() : Optional.of(new Notice.Changed(TenantId.of(words[2])));
            // Its own too: whoever wrote on another replica in between waits for this one's number.
            case FORBIDDEN -> Optional.of(new Notice.Forbidden(TenantId.of(words[2]), Long.parseLong(words[3])));
            case ACKNOWLEDGED -> own ? Optional.empty() : Optional.of(new Notice.Acknowledged(TenantId.of(words[2])));
            case FREE -> Optional.of(new Notice.Free(TenantId.of(words[2])));
            case MEMBERS -> Optional.of(new Notice.Members(words.length > 2));
            default -> Optional.empty();
        };
    }
}
