package io.tandem.gateway.autocall;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.tandem.campaigns.model.Campaign;
import io.tandem.campaigns.model.CampaignKind;
import io.tandem.campaigns.model.Carried;
import io.tandem.campaigns.model.Queue;
import io.tandem.campaigns.ports.Ids;
import io.tandem.campaigns.service.CampaignEdit;
import io.tandem.campaigns.service.CampaignEdit.Command;
import io.tandem.campaigns.service.CampaignService;
import io.tandem.campaigns.service.CampaignService.Deletion;
import io.tandem.campaigns.service.CampaignView;
import io.tandem.gateway.http.EntityTags;
import io.tandem.gateway.http.Json;
import io.tandem.gateway.http.Preconditions;
import io.tandem.gateway.security.Caller;
import io.tandem.gateway.time.CampaignClock;
import io.tandem.translators.autocall.ActiveSwitch;
import io.tandem.translators.autocall.Answers.AssignedUser;
import io.tandem.translators.autocall.Answers.CampaignAssigned;
import io.tandem.translators.autocall.Answers.CampaignCreated;
import io.tandem.translators.autocall.Answers.CampaignSwitched;
import io.tandem.translators.autocall.Answers.CampaignWritten;
import io.tandem.translators.autocall.Answers.PageOf;
import io.tandem.translators.autocall.AutocallCampaigns;
import io.tandem.translators.autocall.CampaignDocument;
import io.tandem.translators.autocall.CampaignQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code /v3/campaign}. (autocall-v3.md, 1.4) */
@Controller("/v3/campaign")
@ExecuteOn(TaskExecutors.BLOCKING)
final class CampaignController {

    private static final Logger LOG = LoggerFactory.getLogger(CampaignController.class);
    private static final Duration QUEUE_WAIT = Duration.ofSeconds(100);

    private final CampaignService campaigns;
    private final AutocallCampaigns documents;
    private final EntityTags tags;
    private final Ids ids;
    private final CampaignClock clock;

    CampaignController(
            CampaignService campaigns, AutocallCampaigns documents, EntityTags tags, Ids ids, CampaignClock clock) {
        this.tags = tags;
        this.campaigns = campaigns;
        this.documents = documents;
        this.ids = ids;
        this.clock = clock;
    }

    @Post
    @Status(HttpStatus.CREATED)
    HttpResponse<CampaignCreated> create(Caller caller, @Json ObjectNode sent) {
        Instant now = clock.instant();
        CampaignEdit edit = documents.create(sent, caller.tenant(), now);
        boolean agents = edit.campaign().kind() == CampaignKind.AGENT;
        boolean needsQueue = agents && edit.campaign().queue() == null;
        Campaign made = campaigns
                .create(edit, needsQueue ? queueOf(edit.campaign(), now) : null)
                .campaign();
        return HttpResponse.created(new CampaignCreated(
                made.id().toString(), true, agents ? text(made.queue()) : null, agents ? text(made.dialPlan()) : null));
    }

    /** An autodialer's own queue, where it names none: any agent of the tenant may take its calls. (autocall-v3.md, 1.4) */
    private Queue queueOf(Campaign campaign, Instant now) {
        return new Queue(
                campaign.tenant(),
                ids.next(),
                campaign.name(),
                "",
                "random",
                List.of(),
                QUEUE_WAIT,
                Duration.ZERO,
                Carried.NONE,
                now,
                null,
                null);
    }

    private static String text(@Nullable UUID id) {
        return id == null ? "" : id.toString();
    }

    @Get
    PageOf<CampaignDocument> list(Caller caller, OffsetPage page, @Nullable @QueryValue String type) {
        Set<CampaignKind> kinds = CampaignQuery.kinds(type);
        List<CampaignDocument> rows = kinds.isEmpty()
                ? List.of()
                : campaigns.page(caller.tenantId(), kinds, page.query()).stream()
                        .map(documents::showInList)
                        .toList();
        long total = kinds.isEmpty() ? 0 : campaigns.count(caller.tenantId(), kinds);
        return new PageOf<>(rows, page.limit(), page.offset(), total);
    }

    /** Its entity tag and date are what {@link #put} can be made to depend on. */
    @Get("/{id}")
    HttpResponse<CampaignDocument> get(Caller caller, UUID id) {
        CampaignView view = campaigns.view(caller.tenantId(), id);
        CampaignDocument shown = documents.show(view);
        return HttpResponse.ok(shown)
                .header(HttpHeaders.ETAG, tags.of(shown))
                .header(HttpHeaders.LAST_MODIFIED, Preconditions.date(changed(view)));
    }

    private static Instant changed(CampaignView view) {
        Campaign campaign = view.campaign();
        return Objects.requireNonNullElse(campaign.updated(), campaign.created());
    }

    /** A round trip that is stale can be made to fail, lest it stops a campaign that runs by now; ours. (D8) */
    @Put("/{id}")
    CampaignWritten put(Caller caller, UUID id, @Json ObjectNode sent, Preconditions preconditions) {
        AtomicReference<@Nullable Command> command = new AtomicReference<>();
        campaigns.edit(caller.tenantId(), id, current -> {
            preconditions.check(tags.of(documents.show(current)), changed(current));
            CampaignEdit edit = documents.merge(sent, current, clock.instant());
            command.set(edit.command());
            return edit;
        });
        if (command.get() != null) {
            LOG.info("PUT moves the status: tenant {}, campaign {}, {}", caller.tenantId(), id, command.get());
        }
        return new CampaignWritten(id.toString());
    }

    /** Of the call-centre edition; kept as the campaign's users. */
    @Put("/{id}/assign_extension")
    CampaignAssigned assign(Caller caller, UUID id, @Json ObjectNode sent) {
        campaigns.edit(caller.tenantId(), id, current -> documents.assign(sent, current));
        List<AssignedUser> users = new ArrayList<>();
        sent.path("extensions").forEach(extension -> users.add(new AssignedUser(extension.asText(), "")));
        return new CampaignAssigned(id.toString(), users);
    }

    @Patch("/{id}/active")
    CampaignSwitched activate(Caller caller, UUID id, @Json ObjectNode sent) {
        boolean active = ActiveSwitch.read(sent);
        campaigns.enable(caller.tenantId(), id, active);
        return new CampaignSwitched(active, id.toString());
    }

    @Delete("/{id}")
    CampaignWritten delete(Caller caller, UUID id) {
        campaigns.delete(caller.tenantId(), id, Deletion.DISABLED_WITH_LISTS);
        return new CampaignWritten(id.toString());
    }
}
