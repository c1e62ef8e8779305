package io.tandem.campaigns.ports;

import io.tandem.campaigns.model.Audio;
import io.tandem.campaigns.model.TenantId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sound files and their bytes. */
public interface AudioStore extends NamedStore<Audio> {

    /** A page of the living ones, newest first; of one name, or all if null. */
    List<Audio> page(TenantId tenant, @Nullable String name, Page page);

    long count(TenantId tenant, @Nullable String name);

    /** Keeps the file's bytes. */
    void write(TenantId tenant, UUID id, byte[] file);

    /** The file's bytes; empty once they are dropped. */
    byte[] read(TenantId tenant, UUID id);

    void drop(TenantId tenant, UUID id);
}
