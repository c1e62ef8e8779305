package io.tandem.gateway.autocall;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.tandem.gateway.security.Caller;
import io.tandem.translators.autocall.Answers.GatewayRow;
import io.tandem.translators.autocall.Answers.PageOf;
import java.util.stream.Stream;

/** {@code GET /v3/gateway}. (autocall-v3.md, 1.7 and D42) */
@Controller("/v3/gateway")
@ExecuteOn(TaskExecutors.BLOCKING)
final class GatewayController {

    private final Gateways gateways;

    GatewayController(Gateways gateways) {
        this.gateways = gateways;
    }

    @Get
    PageOf<GatewayRow> list(Caller caller, OffsetPage page) {
        return new PageOf<>(
                Stream.of(gateways.row(caller.tenantId()))
                        .skip(page.offset())
                        .limit(page.limit())
                        .toList(),
                page.limit(),
                page.offset(),
                1);
    }
}
