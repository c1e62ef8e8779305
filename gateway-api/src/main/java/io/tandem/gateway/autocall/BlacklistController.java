package io.tandem.gateway.autocall;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.tandem.campaigns.model.Destination.PhoneNumber;
import io.tandem.campaigns.ports.DoNotCallStore.Entry;
import io.tandem.campaigns.ports.Ids;
import io.tandem.campaigns.service.DoNotCallService;
import io.tandem.campaigns.service.Failure;
import io.tandem.campaigns.service.Failure.Thing;
import io.tandem.gateway.http.Json;
import io.tandem.gateway.http.UuidText;
import io.tandem.gateway.security.Caller;
import io.tandem.gateway.time.CampaignClock;
import io.tandem.translators.autocall.Answers.PageOf;
import io.tandem.translators.autocall.BlacklistDocument;
import io.tandem.translators.autocall.BlacklistDocument.Request;
import io.tandem.translators.autocall.BlacklistDocument.Result;
import io.tandem.translators.phone.PhoneReader;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/** {@code /v1/blacklist}: the numbers that must not be called. (autocall-v3.md, 1.10) */
@Controller("/v1/blacklist")
@ExecuteOn(TaskExecutors.BLOCKING)
final class BlacklistController {

    private final DoNotCallService numbers;
    private final Ids ids;
    private final CampaignClock clock;

    BlacklistController(DoNotCallService numbers, Ids ids, CampaignClock clock) {
        this.numbers = numbers;
        this.ids = ids;
        this.clock = clock;
    }

    @Post
    Result add(Caller caller, @Json ObjectNode sent) {
        Request request = BlacklistDocument.read(
                sent, caller.tenant(), ids, clock.instant().truncatedTo(ChronoUnit.MICROS));
        return request.result(numbers.add(caller.tenantId(), request.good()), "phone_number is duplicate");
    }

    @Delete
    Result remove(Caller caller, @Json ObjectNode sent) {
        Request request = BlacklistDocument.readNumbers(sent, caller.tenant(), ids, clock.instant());
        return request.result(
                numbers.remove(
                        caller.tenantId(),
                        request.good().stream().map(Entry::number).toList()),
                "phone_number is not found");
    }

    @Get
    PageOf<BlacklistDocument> list(Caller caller, OffsetPage page) {
        return new PageOf<>(
                numbers.page(caller.tenantId(), page.query()).stream()
                        .map(BlacklistDocument::of)
                        .toList(),
                page.limit(),
                page.offset(),
                numbers.count(caller.tenantId()));
    }

    /** By its id or by the number, in any form. */
    @Get("/{id}")
    BlacklistDocument get(Caller caller, String id) {
        Optional<UUID> uuid = UuidText.read(id);
        if (uuid.isPresent()) {
            return BlacklistDocument.of(numbers.get(caller.tenantId(), uuid.get()));
        }
        PhoneNumber number = PhoneReader.of(caller.tenant())
                .read(id)
                .orElseThrow(() -> new Failure.NotFound(Thing.DO_NOT_CALL_ENTRY));
        return BlacklistDocument.of(numbers.get(caller.tenantId(), number.text()));
    }
}
