package io.tandem.gateway.autocall;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.tandem.campaigns.ports.Page;
import io.tandem.campaigns.service.Failure;
import io.tandem.campaigns.service.RecordService;
import io.tandem.campaigns.service.RecordService.CampaignResults;
import io.tandem.gateway.autocall.QueryParameters.ReportFilters;
import io.tandem.gateway.security.Caller;
import io.tandem.translators.autocall.Answers.PageOf;
import io.tandem.translators.autocall.AutocallRecords;
import io.tandem.translators.autocall.AutocallRecords.CampaignReports;
import io.tandem.translators.autocall.AutocallRecords.LeadReport;
import io.tandem.translators.autocall.RecordQuery;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code /v3/report/call}. (autocall-v3.md, 1.8) */
@Controller("/v3/report/call")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ReportController {

    private static final int CAMPAIGNS_AT_ONCE = 1000;

    private final RecordService records;

    ReportController(RecordService records) {
        this.records = records;
    }

    @Get("/campaign")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CampaignReports.class)))
    HttpResponse<?> campaigns(
            Caller caller,
            ReportFilters filters,
            @Nullable @QueryValue String limit,
            @Nullable @QueryValue String offset) {
        RecordQuery query = RecordQuery.ofReport(filters.sent(), caller.tenant());
        if (query.findsNothing()) {
            return HttpResponse.ok(new CampaignReports(List.of()));
        }
        try {
            List<CampaignResults> rows = limit == null && offset == null
                    ? all(caller, query)
                    : records.byCampaign(
                            caller.tenantId(),
                            query.search(),
                            OffsetPage.of(limit, offset).query());
            return HttpResponse.ok(new CampaignReports(
                    rows.stream().map(AutocallRecords::report).toList()));
        } catch (Failure.NotFound gone) {
            return Answer.notFound("campaign is not found");
        }
    }

    /** The documents know no pages of this report: who asks for none gets every campaign. */
    private List<CampaignResults> all(Caller caller, RecordQuery query) {
        List<CampaignResults> all = new ArrayList<>();
        List<CampaignResults> part;
        do {
            part = records.byCampaign(caller.tenantId(), query.search(), Page.skipping(CAMPAIGNS_AT_ONCE, all.size()));
            all.addAll(part);
        } while (part.size() == CAMPAIGNS_AT_ONCE);
        return all;
    }

    @Get("/lead")
    PageOf<LeadReport> leads(Caller caller, OffsetPage page, ReportFilters filters) {
        RecordQuery query = RecordQuery.ofReport(filters.sent(), caller.tenant());
        if (query.findsNothing()) {
            return new PageOf<>(List.of(), page.limit(), page.offset(), 0);
        }
        return new PageOf<>(
                records.byTarget(caller.tenantId(), query.search(), page.query()).stream()
                        .map(row -> AutocallRecords.report(row, caller.tenant()))
                        .toList(),
                page.limit(),
                page.offset(),
                records.countByTarget(caller.tenantId(), query.search()));
    }
}
