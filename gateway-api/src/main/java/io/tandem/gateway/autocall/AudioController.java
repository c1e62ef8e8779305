package io.tandem.gateway.autocall;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Part;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.tandem.campaigns.model.Audio;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.Ids;
import io.tandem.campaigns.service.AudioService;
import io.tandem.campaigns.service.Failure;
import io.tandem.gateway.http.UuidText;
import io.tandem.gateway.security.Caller;
import io.tandem.gateway.time.CampaignClock;
import io.tandem.translators.autocall.Answers.AudioCreated;
import io.tandem.translators.autocall.Answers.AudioDeleted;
import io.tandem.translators.autocall.Answers.AudioRow;
import io.tandem.translators.autocall.Answers.PageOf;
import io.tandem.translators.autocall.AudioUpload;
import io.tandem.translators.autocall.LeadUpload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code /v3/audio}. (autocall-v3.md, 1.7) */
@Controller("/v3/audio")
@ExecuteOn(TaskExecutors.BLOCKING)
final class AudioController {

    private static final String NOT_DELETED = "delete audio failed";

    private final AudioService audios;
    private final Ids ids;
    private final CampaignClock clock;

    AudioController(AudioService audios, Ids ids, CampaignClock clock) {
        this.audios = audios;
        this.ids = ids;
        this.clock = clock;
    }

    @Post
    @Status(HttpStatus.CREATED)
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    HttpResponse<AudioCreated> create(
            Caller caller,
            @Nullable @Part("file") CompletedFileUpload file,
            @Nullable @Part("audio_name") String name) {
        if (file == null) {
            throw LeadUpload.noFile();
        }
        String called = AudioUpload.name(name, file.getFilename());
        byte[] bytes = AudioUpload.checked(bytes(file));
        Audio audio = new Audio(
                caller.tenantId(),
                ids.next(),
                called,
                caller.account(),
                bytes.length,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                null,
                null);
        audios.create(audio, bytes);
        return HttpResponse.created(new AudioCreated(true, audio.id().toString()));
    }

    private static byte[] bytes(CompletedFileUpload file) {
        try {
            return file.getBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Get
    PageOf<AudioRow> list(
            Caller caller,
            OffsetPage page,
            @Nullable @QueryValue("audio_name") String name,
            @Nullable @QueryValue("audio_uuid") String id) {
        TenantId tenant = caller.tenantId();
        String wanted = name == null || name.isEmpty() ? null : name;
        if (id != null && !id.isEmpty()) {
            List<Audio> found = UuidText.read(id).flatMap(uuid -> find(tenant, uuid)).stream()
                    .filter(audio -> wanted == null || audio.name().equals(wanted))
                    .toList();
            return page(
                    caller,
                    page,
                    found.stream().skip(page.offset()).limit(page.limit()).toList(),
                    found.size());
        }
        if (wanted != null && !Answer.isFindable(wanted)) {
            return page(caller, page, List.of(), 0);
        }
        return page(caller, page, audios.page(tenant, wanted, page.query()), audios.count(tenant, wanted));
    }

    private Optional<Audio> find(TenantId tenant, UUID id) {
        try {
            return Optional.of(audios.get(tenant, id));
        } catch (Failure.NotFound gone) {
            return Optional.empty();
        }
    }

    private static PageOf<AudioRow> page(Caller caller, OffsetPage page, List<Audio> rows, long total) {
        return new PageOf<>(
                rows.stream()
                        .map(audio -> AudioRow.of(audio, caller.tenant().zone()))
                        .toList(),
                page.limit(),
                page.offset(),
                total);
    }

    @Delete("/{id}")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AudioDeleted.class)))
    HttpResponse<?> delete(Caller caller, UUID id) {
        try {
            audios.delete(caller.tenantId(), id);
        } catch (Failure.NotFound gone) {
            return Answer.notFound(NOT_DELETED);
        } catch (Failure.InUse played) {
            return Answer.refused(NOT_DELETED);
        }
        return HttpResponse.ok(AudioDeleted.DONE);
    }
}
