package io.tandem.persistence;

import io.tandem.campaigns.model.TenantId;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An uploaded file, stored in chunks, so that neither database nor reader ever holds it whole. */
final class StoredFile {

    /** H2 holds at most 1 MiB in a binary column. */
    private static final int CHUNK_BYTES = 256 * 1024;

    private StoredFile() {}

    /** Stores a file; an empty one as one empty chunk, so that it is told from none. */
    static void insert(Connection connection, TenantId tenant, UUID upload, byte[] file) {
        List<@Nullable Object[]> chunks = new ArrayList<>();
        int from = 0;
        do {
            int to = Math.min(from + CHUNK_BYTES, file.length);
            chunks.add(new Object[] {tenant, upload, chunks.size(), Arrays.copyOfRange(file, from, to)});
            from = to;
        } while (from < file.length);
        Sql.batch(connection, "INSERT INTO file (tenant, import, chunk, content) VALUES (?, ?, ?, ?)", chunks);
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
        return new SequenceInputStream(new Enumeration<>() {
            private Optional<byte[]> next = Optional.of(first);
            private int number;

            @Override
            public boolean hasMoreElements() {
                return next.isPresent();
            }

            @Override
            public InputStream nextElement() {
                InputStream stream = new ByteArrayInputStream(next.orElseThrow(NoSuchElementException::new));
                next = chunk(database, tenant, upload, ++number);
                return stream;
            }
        });
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
}
