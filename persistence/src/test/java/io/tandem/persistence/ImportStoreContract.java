package io.tandem.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.ImportStore;
import io.tandem.campaigns.ports.ImportStore.Import;
import io.tandem.campaigns.ports.ImportStore.RefusedRow;
import io.tandem.campaigns.ports.Page;
import io.tandem.campaigns.ports.TenantStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

abstract class ImportStoreContract extends StoreContract {

    private static final byte[] FILE = "name,phone\n".getBytes(java.nio.charset.StandardCharsets.UTF_8);

    private final ImportStore imports;
    private final UUID list = random.id();

    ImportStoreContract(TestDatabase database) {
        super(database);
        imports = database.bean(ImportStore.class);
    }

    private Import stored(TenantId of, UUID list, Instant created) {
        Import upload = new Import(of, random.id(), list, "Danh sách.csv", 0, 0, 0, 0, null, created, null);
        in(of, () -> imports.insert(upload, FILE));
        return upload;
    }

    private static Import at(Import it, long rows, @Nullable String failure, @Nullable Instant finished) {
        return new Import(
                it.tenant(), it.id(), it.list(), it.fileName(), rows, rows - 3, 1, 2, failure, it.created(), finished);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 256 * 1024, 256 * 1024 + 1, 3_000_000})
    void readsBackAFileOfAnySize(int size) {
        byte[] file = new byte[size];
        new Random(size).nextBytes(file);
        Import upload = new Import(tenant, random.id(), list, "a", 0, 0, 0, 0, null, NOW, null);
        in(tenant, () -> imports.insert(upload, file));

        byte[] read = imports.read(tenant, upload.id(), ImportStoreContract::allOf);

        assertThat(read).isEqualTo(file);
        assertThat(in(tenant, () -> imports.read(tenant, upload.id(), ImportStoreContract::allOf)))
                .isEqualTo(file);
    }

    private static byte[] allOf(InputStream stream) {
        try (stream) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void batchesCommitWhileTheFileIsRead() {
        Import upload = stored(tenant, list, NOW);

        assertThatThrownBy(() -> imports.read(tenant, upload.id(), stream -> {
                    in(tenant, () -> imports.progress(upload, at(upload, 10, null, null), List.of()));
                    throw new ArithmeticException("the process dies");
                }))
                .isInstanceOf(ArithmeticException.class);

        assertThat(imports.find(tenant, upload.id())).contains(at(upload, 10, null, null));
    }

    @Test
    void recordsProgressAndRefusedRows() {
        Import upload = stored(tenant, list, NOW);
        RefusedRow first = new RefusedRow(2, true, "already in the list");
        RefusedRow second = new RefusedRow(17, false, "not a number: \"x\"");

        in(tenant, () -> imports.progress(upload, at(upload, 100, null, null), List.of(second)));
        in(tenant, () -> imports.progress(at(upload, 100, null, null), at(upload, 200, null, null), List.of(first)));

        assertThat(imports.find(tenant, upload.id())).contains(at(upload, 200, null, null));
        assertThat(imports.refusedRows(tenant, upload.id(), 9)).containsExactly(first, second);
        assertThat(imports.refusedRows(tenant, upload.id(), 1)).containsExactly(first);
        assertThat(imports.read(tenant, upload.id(), ImportStoreContract::allOf))
                .isEqualTo(FILE);
    }

    @Test
    void ofTwoThatImportOneFileTheOneBehindWritesNothing() {
        Import upload = stored(tenant, list, NOW);
        Import ahead = at(upload, 100, null, null);
        in(tenant, () -> imports.progress(upload, ahead, List.of()));

        boolean behind = in(tenant, () -> imports.progress(upload, at(upload, 50, null, null), List.of()));
        in(tenant, () -> imports.progress(ahead, at(upload, 200, null, NOW), List.of()));
        boolean after =
                in(tenant, () -> imports.progress(at(upload, 200, null, NOW), at(upload, 200, "late", NOW), List.of()));

        assertThat(behind).isFalse();
        assertThat(after).isFalse();
        assertThat(imports.find(tenant, upload.id())).contains(at(upload, 200, null, NOW));
    }

    @Test
    void dropsTheFileWhenTheImportIsFinished() {
        Import upload = stored(tenant, list, NOW);

        in(tenant, () -> imports.progress(upload, at(upload, 5, "not CSV", NOW), List.of()));

        assertThat(imports.find(tenant, upload.id())).contains(at(upload, 5, "not CSV", NOW));
        assertThatThrownBy(() -> imports.read(tenant, upload.id(), ImportStoreContract::allOf))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void pagesNewestFirst() {
        Import old = stored(tenant, list, NOW);
        Import young = stored(tenant, random.id(), NOW.plusSeconds(1));
        stored(other, list, NOW);

        assertThat(imports.page(tenant, null, Page.first(9))).containsExactly(young, old);
        assertThat(imports.page(tenant, list, Page.first(9))).containsExactly(old);
        assertThat(imports.page(tenant, null, Page.olderThan(9, young.created(), young.id())))
                .containsExactly(old);
    }

    @Test
    void anotherTenantsImportLooksUnknown() {
        Import upload = stored(tenant, list, NOW);
        in(tenant, () -> imports.progress(upload, at(upload, 9, null, null), List.of(new RefusedRow(1, false, "x"))));

        assertThat(imports.find(other, upload.id())).isEmpty();
        assertThat(imports.page(other, list, Page.first(9))).isEmpty();
        assertThat(imports.refusedRows(other, upload.id(), 9)).isEmpty();
        assertThatThrownBy(() -> imports.read(other, upload.id(), ImportStoreContract::allOf))
                .isInstanceOf(IllegalStateException.class);
        Import forged = new Import(other, upload.id(), list, "a", 1, 1, 1, 1, null, NOW, NOW);
        Import seen = at(upload, 9, null, null);
        assertThat((boolean) in(other, () -> imports.progress(seen, forged, List.of())))
                .isFalse();
    }

    @Test
    void findsUnfinishedUploadsOfAllLivingTenantsOldestFirst() {
        Import second = stored(tenant, list, NOW.minusSeconds(1));
        Import first = stored(other, list, NOW.minusSeconds(2));
        Import finished = stored(tenant, list, NOW);
        in(tenant, () -> imports.progress(finished, at(finished, 9, null, NOW), List.of()));
        TenantId leaving = newTenant();
        Import abandoned = stored(leaving, list, NOW);
        database.bean(TenantStore.class).delete(leaving, NOW);

        assertThat(imports.unfinished()).containsSubsequence(first, second).doesNotContain(finished, abandoned);
    }
}
