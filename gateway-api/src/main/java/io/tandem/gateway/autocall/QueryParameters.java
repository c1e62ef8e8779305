package io.tandem.gateway.autocall;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import io.tandem.translators.autocall.RecordQuery;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * The filters of records and of reports, as controllers get them; which there are is said by the translator that reads
 * them and, for clients, by {@code openapi/autocall.json}.
 */
final class QueryParameters {

    private QueryParameters() {}

    /** Of {@code GET /v3/cdr}. */
    record RecordFilters(RecordQuery.Parameters sent) {}

    /** Of {@code GET /v3/report/call/…}. */
    record ReportFilters(RecordQuery.Parameters sent) {}

    @Singleton
    static final class RecordFiltersArgument implements TypedRequestArgumentBinder<RecordFilters> {

        @Override
        public Argument<RecordFilters> argumentType() {
            return Argument.of(RecordFilters.class);
        }

        @Override
        public BindingResult<RecordFilters> bind(
                ArgumentConversionContext<RecordFilters> context, HttpRequest<?> request) {
            RecordFilters filters = new RecordFilters(request.getParameters()::get);
            return () -> Optional.of(filters);
        }
    }

    @Singleton
    static final class ReportFiltersArgument implements TypedRequestArgumentBinder<ReportFilters> {

        @Override
        public Argument<ReportFilters> argumentType() {
            return Argument.of(ReportFilters.class);
        }

        @Override
        public BindingResult<ReportFilters> bind(
                ArgumentConversionContext<ReportFilters> context, HttpRequest<?> request) {
            ReportFilters filters = new ReportFilters(request.getParameters()::get);
            return () -> Optional.of(filters);
        }
    }
}
