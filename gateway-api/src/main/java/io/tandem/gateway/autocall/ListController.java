package io.tandem.gateway.autocall;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.tandem.campaigns.model.TargetList;
import io.tandem.campaigns.service.CampaignLists;
import io.tandem.campaigns.service.ListReset;
import io.tandem.campaigns.service.ObjectService;
import io.tandem.gateway.http.Json;
import io.tandem.gateway.security.Caller;
import io.tandem.gateway.time.CampaignClock;
import io.tandem.translators.autocall.ActiveSwitch;
import io.tandem.translators.autocall.Answers.ListCreated;
import io.tandem.translators.autocall.Answers.ListSwitched;
import io.tandem.translators.autocall.Answers.ListWritten;
import io.tandem.translators.autocall.Answers.PageOf;
import io.tandem.translators.autocall.AutocallLists;
import io.tandem.translators.autocall.ListDocument;
import io.tandem.translators.autocall.ListResetRequest;
import io.tandem.translators.autocall.ListView;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** {@code /v3/list}. (autocall-v3.md, 1.5) */
@Controller("/v3/list")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ListController {

    private final ObjectService<TargetList> lists;
    private final CampaignLists campaignLists;
    private final ListReset resets;
    private final AutocallLists documents;
    private final CampaignClock clock;

    ListController(
            ObjectService<TargetList> lists,
            CampaignLists campaignLists,
            ListReset resets,
            AutocallLists documents,
            CampaignClock clock) {
        this.lists = lists;
        this.campaignLists = campaignLists;
        this.resets = resets;
        this.documents = documents;
        this.clock = clock;
    }

    @Post
    @Status(HttpStatus.CREATED)
    HttpResponse<ListCreated> create(Caller caller, @Json ObjectNode sent) {
        TargetList list = documents.create(sent, caller.tenant(), clock.instant());
        campaignLists.create(list);
        return HttpResponse.created(new ListCreated(true, list.id().toString()));
    }

    @Get
    PageOf<ListDocument> list(Caller caller, OffsetPage page) {
        List<TargetList> found = lists.page(caller.tenantId(), page.query());
        Map<UUID, CampaignLists.Described> described = campaignLists.describe(caller.tenantId(), found);
        return new PageOf<>(
                found.stream()
                        .map(list -> documents.showInList(view(caller, list, described)))
                        .toList(),
                page.limit(),
                page.offset(),
                lists.count(caller.tenantId()));
    }

    @Get("/{id}")
    ListDocument get(Caller caller, UUID id) {
        TargetList list = lists.get(caller.tenantId(), id);
        return documents.show(view(caller, list, campaignLists.describe(caller.tenantId(), List.of(list))));
    }

    private static ListView view(Caller caller, TargetList list, Map<UUID, CampaignLists.Described> described) {
        CampaignLists.Described beside = Objects.requireNonNull(described.get(list.id()));
        return new ListView(caller.tenant(), list, beside.campaignName(), beside.tally());
    }

    @Patch("/{id}/active")
    ListSwitched activate(Caller caller, UUID id, @Json ObjectNode sent) {
        boolean active = ActiveSwitch.read(sent);
        lists.edit(caller.tenantId(), id, list -> list.withEnabled(active));
        return new ListSwitched(active, id.toString());
    }

    /** Ours: the platform's portal has it only. */
    @Post("/{id}/reset")
    ListResetRequest.Done reset(Caller caller, UUID id, @Json ObjectNode sent) {
        ListResetRequest request = ListResetRequest.read(sent, caller.tenant());
        long reset = resets.reset(caller.tenantId(), id, request.which(), request.last(), ListResetRequest::stamp);
        return new ListResetRequest.Done(id.toString(), reset);
    }

    @Delete("/{id}")
    ListWritten delete(Caller caller, UUID id) {
        campaignLists.delete(caller.tenantId(), id, clock.instant());
        return new ListWritten(id.toString());
    }
}
