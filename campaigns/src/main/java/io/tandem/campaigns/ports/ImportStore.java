package io.tandem.campaigns.ports;

import io.tandem.campaigns.model.TenantId;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Uploaded files of targets and how far each was imported. A file is stored before its upload is acknowledged and read
 * in batches, so that a crash loses nothing and repeats nothing.
 */
public interface ImportStore {

    /**
     * One upload.
     *
     * @param rowsRead data rows consumed so far; an import resumes after them
     * @param failure why the whole file was given up, null if it was not
     */
    record Import(
            TenantId tenant,
            UUID id,
            UUID list,
            String fileName,
            long rowsRead,
            long good,
            long duplicate,
            long refused,
            @Nullable String failure,
            Instant created,
            @Nullable Instant finished) {}

    /** A row that did not become a target. {@code line} counts the file's lines from 1, the header included. */
    record RefusedRow(long line, boolean duplicate, String reason) {}

    /** Stores a file. Belongs inside {@link Transactions#inTenant}. */
    void insert(Import upload, InputStream file);

    default void insert(Import upload, byte[] file) {
        insert(upload, new ByteArrayInputStream(file));
    }

    Optional<Import> find(TenantId tenant, UUID id);

    /** Newest first; of one list, or all if null. */
    List<Import> page(TenantId tenant, @Nullable UUID list, Page page);

    List<RefusedRow> refusedRows(TenantId tenant, UUID id, int limit);

    /** Reads the stored file. */
    <T> T read(TenantId tenant, UUID id, Function<InputStream, T> reader);

    /**
     * Records a batch: new counts and the rows refused in it. Belongs in the transaction that inserts the batch's
     * targets. When the import is finished its file is dropped.
     *
     * @return false if the import is not where {@code from} says: another replica is ahead, and nothing of the batch may
     *     be written
     */
    boolean progress(Import from, Import to, List<RefusedRow> refused);

    /**
     * A list is being filled by a client's own request: until {@link #fed} says that it ended, or {@code rest} passed by
     * the database's clock without another word, no campaign of the list is exhausted. Nobody can go on with a request of
     * a process that died, so it must end by itself. Belongs inside {@link Transactions#inTenant}.
     */
    void feeds(TenantId tenant, UUID list, UUID feed, Duration rest);

    /** The request has ended. Belongs inside {@link Transactions#inTenant}. */
    void fed(TenantId tenant, UUID feed);

    /** Uploads not finished yet, of all tenants, oldest first: what a start takes up again. */
    List<Import> unfinished();
}
