package io.tandem.gateway.autocall;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.tandem.campaigns.service.RecordService;
import io.tandem.gateway.autocall.QueryParameters.RecordFilters;
import io.tandem.gateway.security.Caller;
import io.tandem.translators.autocall.Answers.PageOf;
import io.tandem.translators.autocall.AutocallRecords;
import io.tandem.translators.autocall.CdrDocument;
import io.tandem.translators.autocall.RecordQuery;
import java.util.List;
import java.util.UUID;

/** {@code /v3/cdr}: records of ended calls. (autocall-v3.md, 1.8 and D26) */
@Controller("/v3/cdr")
@ExecuteOn(TaskExecutors.BLOCKING)
final class CdrController {

    private final RecordService records;

    CdrController(RecordService records) {
        this.records = records;
    }

    @Get
    PageOf<CdrDocument> list(Caller caller, OffsetPage page, RecordFilters filters) {
        RecordQuery query = RecordQuery.of(filters.sent(), caller.tenant());
        if (query.findsNothing()) {
            return new PageOf<>(List.of(), page.limit(), page.offset(), 0);
        }
        return new PageOf<>(
                records.page(caller.tenantId(), query.search(), page.query()).stream()
                        .map(view -> AutocallRecords.show(view, caller.tenant()))
                        .toList(),
                page.limit(),
                page.offset(),
                records.count(caller.tenantId(), query.search()));
    }

    /** By its id, which is the carrier's id of the call, too. */
    @Get("/{id}")
    CdrDocument get(Caller caller, UUID id) {
        return AutocallRecords.show(records.get(caller.tenantId(), id), caller.tenant());
    }
}
