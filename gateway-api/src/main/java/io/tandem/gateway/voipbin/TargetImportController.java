package io.tandem.gateway.voipbin;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.tandem.campaigns.model.TargetList;
import io.tandem.campaigns.ports.Ids;
import io.tandem.campaigns.service.Failure;
import io.tandem.campaigns.service.ObjectService;
import io.tandem.campaigns.service.TargetService;
import io.tandem.gateway.http.JsonBodies;
import io.tandem.gateway.security.Caller;
import io.tandem.gateway.time.CampaignClock;
import io.tandem.translators.voipbin.Creation;
import io.tandem.translators.voipbin.TargetCsv;
import io.tandem.translators.voipbin.VoipbinTargets;
import io.tandem.translators.voipbin.WireVersion;
import java.io.InputStream;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /v1.0/outdials/{id}/targets/import}: many targets in one request, {@code text/csv} or
 * {@code application/x-ndjson}, read while it arrives. Numbers that the outdial has already are left out.
 * (voipbin-v1.md, section 3 "bulk import")
 */
@Controller("/v1.0/outdials")
@Consumes(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class TargetImportController {

    private static final String NDJSON = "application/x-ndjson";
    private static final String CSV = "text/csv";

    private final ObjectService<TargetList> lists;
    private final TargetService targets;
    private final VoipbinTargets documents;
    private final TargetLines ndjson;
    private final Ids ids;
    private final CampaignClock clock;

    TargetImportController(
            ObjectService<TargetList> lists,
            TargetService targets,
            VoipbinTargets documents,
            JsonBodies bodies,
            Ids ids,
            CampaignClock clock) {
        this.lists = lists;
        this.targets = targets;
        this.documents = documents;
        this.ndjson = new TargetLines(bodies);
        this.ids = ids;
        this.clock = clock;
    }

    @Post("/{id}/targets/import")
    @RequestBody(
            content = {
                @Content(mediaType = NDJSON, schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = CSV, schema = @Schema(type = "string", format = "binary"))
            })
    TargetImport.Report run(
            Caller caller, UUID id, HttpRequest<?> request, @Nullable @Body InputStream file, WireVersion version) {
        lists.get(caller.tenantId(), id);
        Creation creation = new Creation(caller.tenant(), version, ids, clock.instant());
        TargetImport running = new TargetImport(targets, documents, id, creation);
        read(request, file == null ? InputStream.nullInputStream() : file, running);
        return running.finish();
    }

    private void read(HttpRequest<?> request, InputStream file, TargetImport running) {
        String type = request.getContentType()
                .map(MediaType::getName)
                .map(name -> name.toLowerCase(Locale.ROOT))
                .orElse("");
        switch (type) {
            case NDJSON -> ndjson.read(file, running);
            case CSV -> TargetCsv.read(file, running);
            default -> throw new Failure.Invalid("Content-Type", "Content-Type must be " + NDJSON + " or " + CSV + ".");
        }
    }
}
