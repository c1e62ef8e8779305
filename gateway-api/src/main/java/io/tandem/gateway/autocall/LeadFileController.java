package io.tandem.gateway.autocall;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Part;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.tandem.campaigns.ports.Ids;
import io.tandem.campaigns.ports.ImportStore.Import;
import io.tandem.campaigns.service.Importer;
import io.tandem.gateway.engine.ImportWorker;
import io.tandem.gateway.security.Caller;
import io.tandem.translators.autocall.Answers.UploadAccepted;
import io.tandem.translators.autocall.LeadUpload;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /v3/lead/file}: takes a CSV file of leads and imports it afterwards; the header {@code Location} says where
 * its report is. (autocall-v3.md, 1.5 and D37)
 */
@Controller("/v3/lead/file")
@ExecuteOn(TaskExecutors.BLOCKING)
final class LeadFileController {

    private final Importer importer;
    private final ImportWorker worker;
    private final Ids ids;

    LeadFileController(Importer importer, ImportWorker worker, Ids ids) {
        this.importer = importer;
        this.worker = worker;
        this.ids = ids;
    }

    @Post
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    HttpResponse<UploadAccepted> upload(
            Caller caller, @Nullable @Part("file") CompletedFileUpload file, @Nullable @Part("list_uuid") String list) {
        UUID listId = LeadUpload.list(list);
        if (file == null) {
            throw LeadUpload.noFile();
        }
        Import upload = stored(caller, listId, file);
        worker.enqueue(upload);
        return HttpResponse.ok(UploadAccepted.PROCESSING).header("Location", "/gateway/imports/" + upload.id());
    }

    /** As it comes from the disk on which the server has put it: a large file is never in memory as a whole. */
    private Import stored(Caller caller, UUID list, CompletedFileUpload file) {
        try (InputStream content = file.getInputStream()) {
            return importer.accept(caller.tenantId(), ids.next(), list, file.getFilename(), content);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
