package io.tandem.gateway.autocall;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.tandem.campaigns.model.Carrier;
import io.tandem.campaigns.ports.NamedStore;
import io.tandem.campaigns.ports.Transactions;
import io.tandem.campaigns.service.CampaignService;
import io.tandem.campaigns.service.Failure;
import io.tandem.campaigns.service.Failure.Reason;
import io.tandem.campaigns.service.PushService;
import io.tandem.campaigns.service.PushService.Order;
import io.tandem.gateway.http.Json;
import io.tandem.gateway.http.UuidText;
import io.tandem.gateway.security.Caller;
import io.tandem.gateway.time.CampaignClock;
import io.tandem.translators.autocall.AutocallBatches;
import io.tandem.translators.autocall.AutocallBatches.Batch;
import io.tandem.translators.autocall.AutocallBatches.Customer;
import io.tandem.translators.autocall.AutocallCampaigns;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code POST /v1/autocall/campaign}: many pushes at once, in the platform's older form. (autocall-v3.md, 1.6) */
@Controller("/v1/autocall")
@ExecuteOn(TaskExecutors.BLOCKING)
final class BatchController {

    private final PushService pushes;
    private final CampaignService campaigns;
    private final NamedStore<Carrier> carriers;
    private final Transactions transactions;
    private final AutocallBatches batches;
    private final AutocallCampaigns documents;
    private final CampaignClock clock;

    BatchController(
            PushService pushes,
            CampaignService campaigns,
            NamedStore<Carrier> carriers,
            Transactions transactions,
            AutocallBatches batches,
            AutocallCampaigns documents,
            CampaignClock clock) {
        this.pushes = pushes;
        this.campaigns = campaigns;
        this.carriers = carriers;
        this.transactions = transactions;
        this.batches = batches;
        this.documents = documents;
        this.clock = clock;
    }

    /** Carrier and cap that it names are the campaign's from now on. Each customer is pushed for himself. */
    @Post("/campaign")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = AutocallBatches.Answer.class)))
    HttpResponse<?> push(Caller caller, @Json ObjectNode sent) {
        Batch batch = batches.read(sent, caller.tenant(), clock.instant());
        String carrier = batch.carrier();
        ObjectNode changes = JsonNodeFactory.instance.objectNode();
        if (carrier != null) {
            Optional<UUID> id = carrierOf(caller, carrier);
            if (id.isEmpty()) {
                return Answer.refused("carrier_name is not exists");
            }
            changes.put("carrier_uuid", id.get().toString());
        }
        if (batch.concurrentCall() != null) {
            changes.put("concurrent_call", batch.concurrentCall());
        }
        try {
            pushes.checkTakesPushes(caller.tenantId(), batch.campaign(), template(batch.customers()));
            change(caller, batch.campaign(), changes);
        } catch (Failure.NotFound gone) {
            return Answer.notFound("campaign is not found");
        }
        return HttpResponse.ok(push(caller, batch.customers()));
    }

    private Optional<UUID> carrierOf(Caller caller, String named) {
        Optional<UUID> id = UuidText.read(named);
        if (id.isPresent() || !Answer.isFindable(named)) {
            return id;
        }
        return transactions.inTenant(
                caller.tenantId(),
                () -> carriers.named(caller.tenantId(), named).map(Carrier::id));
    }

    /** The one that a batch names for all; null for none, or if nobody of it can be called. */
    private static @Nullable String template(List<Customer> customers) {
        return customers.stream()
                .map(Customer::order)
                .filter(Objects::nonNull)
                .map(Order::template)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private void change(Caller caller, UUID campaign, ObjectNode changes) {
        if (changes.isEmpty()) {
            return;
        }
        campaigns.edit(caller.tenantId(), campaign, current -> {
            ObjectNode document = changes.deepCopy();
            document.put("campaign_name", current.campaign().name());
            document.put("type", documents.show(current).type());
            return documents.merge(document, current, clock.instant());
        });
    }

    private AutocallBatches.Answer push(Caller caller, List<Customer> customers) {
        List<Map<String, String>> fail = new ArrayList<>();
        List<String> success = new ArrayList<>();
        for (Customer customer : customers) {
            Order order = customer.order();
            if (order == null) {
                fail.add(AutocallBatches.wrongFormat(customer));
                continue;
            }
            try {
                pushes.push(caller.tenantId(), order);
                success.add(customer.written());
            } catch (Failure.Refused refused) {
                if (success.isEmpty() && !isOfTheNumber(refused.reason())) {
                    throw refused;
                }
                fail.add(Map.of(customer.written(), why(refused.reason())));
            }
        }
        return new AutocallBatches.Answer(fail, "success", success);
    }

    /** Anything else is the campaign's matter, and the same for all. */
    private static boolean isOfTheNumber(Reason reason) {
        return reason == Reason.DO_NOT_CALL || reason == Reason.ATTEMPTS_OF_THE_DAY || reason == Reason.MISSING_VALUE;
    }

    private static String why(Reason reason) {
        return switch (reason) {
            case DO_NOT_CALL -> AutocallBatches.BLACKLISTED;
            case MISSING_VALUE -> AutocallBatches.MISSING_VALUE;
            default -> reason.sentence();
        };
    }
}
