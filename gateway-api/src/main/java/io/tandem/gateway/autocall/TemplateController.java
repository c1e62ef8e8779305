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
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.tandem.campaigns.model.Template;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.NamedStore;
import io.tandem.campaigns.ports.Transactions;
import io.tandem.campaigns.service.AudioService;
import io.tandem.campaigns.service.Failure;
import io.tandem.campaigns.service.ObjectService;
import io.tandem.gateway.http.Json;
import io.tandem.gateway.security.Caller;
import io.tandem.gateway.time.CampaignClock;
import io.tandem.translators.autocall.Answers.PageOf;
import io.tandem.translators.autocall.Answers.TemplateCreated;
import io.tandem.translators.autocall.Answers.TemplateDeleted;
import io.tandem.translators.autocall.Answers.TemplateWritten;
import io.tandem.translators.autocall.AutocallTemplates;
import io.tandem.translators.autocall.TemplateDocument;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code /v3/template}. (autocall-v3.md, 1.7) */
@Controller("/v3/template")
@ExecuteOn(TaskExecutors.BLOCKING)
final class TemplateController {

    private static final String TRUE = "true";

    private final ObjectService<Template> templates;
    private final NamedStore<Template> byName;
    private final AudioService audios;
    private final Transactions transactions;
    private final AutocallTemplates documents;
    private final CampaignClock clock;

    TemplateController(
            ObjectService<Template> templates,
            NamedStore<Template> byName,
            AudioService audios,
            Transactions transactions,
            AutocallTemplates documents,
            CampaignClock clock) {
        this.templates = templates;
        this.byName = byName;
        this.audios = audios;
        this.transactions = transactions;
        this.documents = documents;
        this.clock = clock;
    }

    @Post
    @Status(HttpStatus.CREATED)
    HttpResponse<TemplateCreated> create(Caller caller, @Json ObjectNode sent) {
        Template template = documents.create(sent, caller.tenant(), clock.instant());
        transactions.inTenant(caller.tenantId(), () -> {
            checkPlayed(template);
            templates.create(template);
        });
        return HttpResponse.created(new TemplateCreated(TRUE, template.id().toString()));
    }

    private void checkPlayed(Template template) {
        try {
            audios.checkPlayed(template);
        } catch (Failure.UnknownReference unknown) {
            throw AutocallTemplates.unknownAudio(template, unknown.id());
        }
    }

    @Get
    PageOf<TemplateDocument> list(Caller caller, OffsetPage page, @Nullable @QueryValue("template_name") String name) {
        TenantId tenant = caller.tenantId();
        if (name == null || name.isEmpty()) {
            return page(page, templates.page(tenant, page.query()), templates.count(tenant));
        }
        List<Template> named = Answer.isFindable(name)
                ? transactions.inTenant(tenant, () -> byName.named(tenant, name)).stream()
                        .toList()
                : List.of();
        return page(page, named.stream().skip(page.offset()).limit(page.limit()).toList(), named.size());
    }

    private PageOf<TemplateDocument> page(OffsetPage page, List<Template> rows, long total) {
        return new PageOf<>(rows.stream().map(documents::showInList).toList(), page.limit(), page.offset(), total);
    }

    @Get("/{id}")
    TemplateDocument get(Caller caller, UUID id) {
        return documents.show(templates.get(caller.tenantId(), id));
    }

    @Put("/{id}")
    TemplateWritten put(Caller caller, UUID id, @Json ObjectNode sent) {
        templates.edit(caller.tenantId(), id, current -> {
            Template changed = documents.merge(sent, current, caller.tenant());
            checkPlayed(changed);
            return changed;
        });
        return new TemplateWritten(true, id.toString(), TRUE);
    }

    @Delete("/{id}")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TemplateDeleted.class)))
    HttpResponse<?> delete(Caller caller, UUID id) {
        try {
            templates.delete(caller.tenantId(), id);
        } catch (Failure.NotFound gone) {
            return Answer.notFound("template not found");
        }
        return HttpResponse.ok(new TemplateDeleted(TRUE));
    }
}
