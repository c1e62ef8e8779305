package io.tandem.persistence;

import io.tandem.campaigns.model.Audio;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.AudioStore;
import io.tandem.campaigns.ports.Page;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sound files: a document each, and the bytes in chunks, as those of uploads. */
@Singleton
final class JdbcAudioStore extends NamedDocumentStore<Audio> implements AudioStore {

    private static final DocumentKind<Audio> AUDIOS =
            DocumentKind.with("audio", Audio.class, List.of(name(Audio::name)));

    private final Database database;

    JdbcAudioStore(Database database) {
        super(database, AUDIOS);
        this.database = database;
    }

    @Override
    public List<Audio> page(TenantId tenant, @Nullable String name, Page page) {
        return name == null
                ? page(tenant, page)
                : named(tenant, name).stream()
                        .skip(page.offset())
                        .limit(page.limit())
                        .toList();
    }

    @Override
    public long count(TenantId tenant, @Nullable String name) {
        return name == null ? count(tenant) : named(tenant, name).stream().count();
    }

    @Override
    public void write(TenantId tenant, UUID id, byte[] file) {
        StoredFile.insert(connection(tenant), tenant, id, new ByteArrayInputStream(file));
    }

    @Override
    public byte[] read(TenantId tenant, UUID id) {
        try (InputStream file = StoredFile.read(database, tenant, id)) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void drop(TenantId tenant, UUID id) {
        StoredFile.drop(connection(tenant), tenant, id);
    }
}
