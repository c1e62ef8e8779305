package io.tandem.gateway.own;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.tandem.campaigns.model.TargetList;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.ImportStore;
import io.tandem.campaigns.ports.ImportStore.Import;
import io.tandem.campaigns.ports.ImportStore.RefusedRow;
import io.tandem.campaigns.ports.Page;
import io.tandem.campaigns.ports.Transactions;
import io.tandem.campaigns.service.CampaignService;
import io.tandem.campaigns.service.Failure;
import io.tandem.campaigns.service.ObjectService;
import io.tandem.gateway.security.Caller;
import io.tandem.translators.phone.MaskedNumber;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code GET /gateway/imports[/{id}]}: what became of uploaded files, row by row. (autocall-v3.md, D37) */
@Controller("/gateway/imports")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ImportsController {

    private static final int MOST_IMPORTS = 100;
    private static final int MOST_ROWS = 1000;

    private final ImportStore imports;
    private final ObjectService<TargetList> lists;
    private final CampaignService campaigns;
    private final Transactions transactions;

    ImportsController(
            ImportStore imports,
            ObjectService<TargetList> lists,
            CampaignService campaigns,
            Transactions transactions) {
        this.imports = imports;
        this.lists = lists;
        this.campaigns = campaigns;
        this.transactions = transactions;
    }

    /**
     * The report of one upload.
     *
     * @param state {@code running}, {@code finished} or {@code failed}
     * @param duplicates rows whose number the list had already
     * @param failure why the file was given up, null if it was not
     * @param rows the first 1,000 rows that did not become targets, by line; null in a list of imports
     */
    record ImportDocument(
            @JsonProperty("id") UUID id,
            @JsonProperty("list_id") UUID listId,
            @JsonProperty("file") String file,
            @JsonProperty("state") String state,
            @JsonProperty("good") long good,
            @JsonProperty("duplicates") long duplicates,
            @JsonProperty("refused") long refused,
            @JsonProperty("failure") @Nullable String failure,
            @JsonProperty("rows") @Nullable List<RowDocument> rows) {

        static ImportDocument of(Import upload, @Nullable List<RowDocument> rows) {
            String state = upload.finished() == null ? "running" : upload.failure() == null ? "finished" : "failed";
            return new ImportDocument(
                    upload.id(),
                    upload.list(),
                    upload.fileName(),
                    state,
                    upload.good(),
                    upload.duplicate(),
                    upload.refused(),
                    upload.failure(),
                    rows);
        }
    }

    /** A row that did not become a target; {@code line} counts the file's lines from 1. */
    record RowDocument(
            @JsonProperty("line") long line,
            @JsonProperty("duplicate") boolean duplicate,
            @JsonProperty("reason") String reason) {

        static RowDocument of(RefusedRow row, boolean masked) {
            return new RowDocument(
                    row.line(), row.duplicate(), masked ? MaskedNumber.everyIn(row.reason()) : row.reason());
        }
    }

    record ImportsDocument(@JsonProperty("imports") List<ImportDocument> imports) {}

    @Get
    ImportsDocument list(Caller caller, @Nullable @QueryValue("list_id") UUID list) {
        TenantId tenant = caller.tenantId();
        return transactions.inTenant(
                tenant,
                () -> new ImportsDocument(imports.page(tenant, list, Page.first(MOST_IMPORTS)).stream()
                        .map(upload -> ImportDocument.of(upload, null))
                        .toList()));
    }

    @Get("/{id}")
    ImportDocument get(Caller caller, UUID id) {
        TenantId tenant = caller.tenantId();
        return transactions.inTenant(tenant, () -> {
            Import upload = imports.find(tenant, id).orElseThrow(() -> new Failure.NotFound(Failure.Thing.IMPORT));
            boolean masked = lists.find(tenant, upload.list())
                    .filter(list -> campaigns.masks(tenant, list))
                    .isPresent();
            List<RowDocument> rows = imports.refusedRows(tenant, id, MOST_ROWS).stream()
                    .map(row -> RowDocument.of(row, masked))
                    .toList();
            return ImportDocument.of(upload, rows);
        });
    }
}
