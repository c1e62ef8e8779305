package io.tandem.persistence;

import io.tandem.campaigns.model.TenantId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** An uploaded file, stored in chunks, so that neither database nor reader ever holds it whole. */
final class StoredFile {

    /** H2 holds at most 1 MiB in a binary column. */
    private static final int CHUNK_BYTES = 256 * 1024;

    private static final int CHUNKS_AT_ONCE = 8;

    private StoredFile() {}

    /** Stores a file as it is read; an empty one as one empty chunk, so that it is told from none. */
    static void insert(Connection connection, TenantId tenant, UUID upload, InputStream file) {
        int number = 0;
        List<@Nullable Object[]> chunks = new ArrayList<>();
        byte[] chunk = next(file);
        do {
            chunks.add(new Object[] {tenant, upload, number++, chunk});
            chunk = next(file);
            if (chunks.size() == CHUNKS_AT_ONCE || chunk.length == 0) {
                Sql.batch(connection, "INSERT INTO file (tenant, import, chunk, content) VALUES (?, ?, ?, ?)", chunks);
                chunks.clear();
            }
        } while (chunk.length > 0);
    }

    private static byte[] next(InputStream file) {
        try {
            return file.readNBytes(CHUNK_BYTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void drop(Connection connection, TenantId tenant, UUID upload) {
        Sql.update(connection, "DELETE FROM file WHERE tenant = ? AND import = ?", tenant, upload);
    }

    /**
     * Reads the file, each chunk in a transaction of its own: the reader may open its own between, and a long import
     * holds no transaction open.
     */
    @SuppressWarnings("JdkObsolete") // SequenceInputStream takes nothing newer
    static InputStream read(Database database, TenantId tenant, UUID upload) {
        byte[] first = chunk(database, tenant, upload, 0)
                .orElseThrow(() -> new IllegalStateException("the upload has no file (any more)"));
        return new Chunks(first, number -> chunk(database, tenant, upload, number));
    }

    private static Optional<byte[]> chunk(Database database, TenantId tenant, UUID upload, int number) {
        return database.inTenant(
                tenant,
                () -> Sql.first(
                        database.of(tenant),
                        "SELECT content FROM file WHERE tenant = ? AND import = ? AND chunk = ?",
                        row -> row.getBytes("content"),
                        tenant,
                        upload,
                        number));
    }

    /** The chunks one after the other, each fetched when the one before it is used up. */
    private static final class Chunks extends InputStream {

        private final IntFunction<Optional<byte[]>> fetch;
        private byte[] current;
        private int number;
        private int position;
        private boolean ended;

        Chunks(byte[] first, IntFunction<Optional<byte[]>> fetch) {
            this.current = first;
            this.fetch = fetch;
        }

        @Override
        public int read() {
            return hasMore() ? current[position++] & 0xff : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            Objects.checkFromIndexSize(offset, length, into.length);
            if (length == 0) {
                return 0;
            }
            if (!hasMore()) {
                return -1;
            }
            int count = Math.min(length, current.length - position);
            System.arraycopy(current, position, into, offset, count);
            position += count;
            return count;
        }

        private boolean hasMore() {
            while (!ended && position == current.length) {
                Optional<byte[]> next = fetch.apply(++number);
                ended = next.isEmpty();
                current = next.orElse(current);
                position = ended ? current.length : 0;
            }
            return !ended;
        }
    }
}
