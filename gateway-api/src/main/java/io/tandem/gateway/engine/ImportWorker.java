package io.tandem.gateway.engine;

import io.tandem.campaigns.ports.ImportStore.Import;
import io.tandem.campaigns.service.Importer;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.List;

/** Imports uploaded files one after the other; what a stop or a lost database broke off is taken up again. */
@Singleton
public final class ImportWorker {

    private final ResumableWork<Import> work;

    ImportWorker(Importer importer) {
        work = new ResumableWork<>(
                "imports",
                importer::unfinished,
                importer::run,
                upload -> "tenant " + upload.tenant() + ": import " + upload.id());
    }

    /** Imports an accepted upload in its turn. */
    public void enqueue(Import upload) {
        work.add(() -> List.of(upload));
    }

    void start() {
        work.start();
    }

    /** Takes up what another process left. */
    void resume() {
        work.resume();
    }

    @PreDestroy
    void close() {
        work.close();
    }
}
