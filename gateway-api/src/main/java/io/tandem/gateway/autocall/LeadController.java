package io.tandem.gateway.autocall;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.tandem.campaigns.model.Target;
import io.tandem.campaigns.service.CampaignLists;
import io.tandem.campaigns.service.TargetService;
import io.tandem.campaigns.service.TargetService.Repeats;
import io.tandem.gateway.http.Json;
import io.tandem.gateway.security.Caller;
import io.tandem.gateway.time.CampaignClock;
import io.tandem.translators.autocall.Answers.LeadCreated;
import io.tandem.translators.autocall.Answers.LeadWritten;
import io.tandem.translators.autocall.Answers.LeadsAdded;
import io.tandem.translators.autocall.Answers.PageOf;
import io.tandem.translators.autocall.AutocallLeads;
import io.tandem.translators.autocall.LeadDocument;
import io.tandem.translators.autocall.LeadQuery;
import io.tandem.translators.autocall.LeadUpload;
import io.tandem.translators.autocall.LeadView;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code /v3/lead}. (autocall-v3.md, 1.5) */
@Controller("/v3/lead")
@ExecuteOn(TaskExecutors.BLOCKING)
final class LeadController {

    private final TargetService targets;
    private final CampaignLists lists;
    private final AutocallLeads documents;
    private final CampaignClock clock;

    LeadController(TargetService targets, CampaignLists lists, AutocallLeads documents, CampaignClock clock) {
        this.targets = targets;
        this.lists = lists;
        this.documents = documents;
        this.clock = clock;
    }

    @Post
    @Status(HttpStatus.CREATED)
    HttpResponse<LeadCreated> create(Caller caller, @Json ObjectNode sent) {
        Target target = documents.create(sent, caller.tenant(), clock.instant()).target();
        if (!targets.add(caller.tenantId(), target.list(), List.of(target), Repeats.LEFT_OUT)
                .isEmpty()) {
            throw LeadUpload.numberTaken();
        }
        return HttpResponse.created(new LeadCreated(true, target.id().toString()));
    }

    @Post("/multi")
    LeadsAdded createAll(Caller caller, @Json ObjectNode sent) {
        AutocallLeads.LeadBatch batch = documents.createAll(sent, caller.tenant(), clock.instant());
        List<Integer> repeated = targets.add(caller.tenantId(), batch.list(), batch.good(), Repeats.LEFT_OUT);
        return LeadsAdded.of(batch.good().size() - repeated.size(), batch.refused());
    }

    @Get
    PageOf<LeadDocument> list(
            Caller caller,
            OffsetPage page,
            @Nullable @QueryValue("list_uuid") String list,
            @Nullable @QueryValue("campaign_uuid") String campaign,
            @Nullable @QueryValue("phone_number") String number) {
        LeadQuery query = LeadQuery.of(list, campaign, number, caller.tenant());
        if (query.findsNothing()) {
            return new PageOf<>(List.of(), page.limit(), page.offset(), 0);
        }
        List<Target> found =
                targets.page(caller.tenantId(), query.list(), query.campaign(), query.number(), page.query());
        Map<UUID, CampaignLists.Owned> owned = lists.of(caller.tenantId(), found);
        return new PageOf<>(
                found.stream()
                        .map(target -> documents.showInList(view(caller, target, owned)))
                        .toList(),
                page.limit(),
                page.offset(),
                targets.count(caller.tenantId(), query.list(), query.campaign(), query.number()));
    }

    @Get("/{id}")
    LeadDocument get(Caller caller, UUID id) {
        return documents.show(view(caller, targets.get(caller.tenantId(), id)));
    }

    @Put("/{id}")
    LeadWritten put(Caller caller, UUID id, @Json ObjectNode sent) {
        targets.edit(
                caller.tenantId(),
                id,
                current -> documents.merge(sent, view(caller, current)).target());
        return new LeadWritten(id.toString());
    }

    @Delete("/{id}")
    LeadWritten delete(Caller caller, UUID id) {
        targets.delete(caller.tenantId(), id);
        return new LeadWritten(id.toString());
    }

    private LeadView view(Caller caller, Target target) {
        return view(caller, target, lists.of(caller.tenantId(), List.of(target)));
    }

    private static LeadView view(Caller caller, Target target, Map<UUID, CampaignLists.Owned> lists) {
        CampaignLists.Owned owned = Objects.requireNonNull(lists.get(target.list()));
        return new LeadView(caller.tenant(), owned.list(), owned.campaign(), target, owned.masked());
    }
}
