package io.tandem.gateway.autocall;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.tandem.campaigns.ports.Page;
import io.tandem.campaigns.service.Failure;
import io.tandem.campaigns.service.RecordService;
import io.tandem.gateway.autocall.QueryParameters.ReportFilters;
import io.tandem.gateway.security.Caller;
import io.tandem.translators.autocall.Answers.PageOf;
import io.tandem.translators.autocall.AutocallRecords;
import io.tandem.translators.autocall.AutocallRecords.CampaignReports;
import io.tandem.translators.autocall.AutocallRecords.LeadReport;
import io.tandem.translators.autocall.RecordQuery;
import java.util.List;

/** {@code /v3/report/call}. (autocall-v3.md, 1.8) */
@Controller("/v3/report/call")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ReportController {

    /** The report has no pages; whoever has more campaigns asks for one at a time. */
    private static final int MOST_CAMPAIGNS = 1000;

    private final RecordService records;

    ReportController(RecordService records) {
        this.records = records;
    }

    @Get("/campaign")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CampaignReports.class)))
    HttpResponse<?> campaigns(Caller caller, ReportFilters filters) {
        RecordQuery query = RecordQuery.ofReport(filters.sent(), caller.tenant());
        if (query.findsNothing()) {
            return HttpResponse.ok(new CampaignReports(List.of()));
        }
        try {
            return HttpResponse.ok(new CampaignReports(
                    records.byCampaign(caller.tenantId(), query.search(), Page.first(MOST_CAMPAIGNS)).stream()
                            .map(AutocallRecords::report)
                            .toList()));
        } catch (Failure.NotFound gone) {
            return Answer.notFound("campaign is not found");
        }
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
