package io.tandem.gateway.autocall;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.tandem.campaigns.model.CallAttempt;
import io.tandem.campaigns.model.Carrier;
import io.tandem.campaigns.model.Target;
import io.tandem.campaigns.ports.AttemptStore;
import io.tandem.campaigns.ports.TargetStore;
import io.tandem.campaigns.ports.Transactions;
import io.tandem.campaigns.rules.Networks;
import io.tandem.campaigns.service.Failure;
import io.tandem.campaigns.service.Failure.Thing;
import io.tandem.campaigns.service.ObjectService;
import io.tandem.gateway.http.Json;
import io.tandem.gateway.security.Caller;
import io.tandem.gateway.time.CampaignClock;
import io.tandem.translators.autocall.Answers.CarrierCreated;
import io.tandem.translators.autocall.Answers.CarrierWritten;
import io.tandem.translators.autocall.Answers.PageOf;
import io.tandem.translators.autocall.AutocallCarriers;
import io.tandem.translators.autocall.CarrierDocument;
import io.tandem.translators.autocall.CarrierView;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code /v3/carrier}. (autocall-v3.md, 1.7) */
@Controller("/v3/carrier")
@ExecuteOn(TaskExecutors.BLOCKING)
final class CarrierController {

    private final ObjectService<Carrier> carriers;
    private final AttemptStore attempts;
    private final TargetStore targets;
    private final Transactions transactions;
    private final Gateways gateways;
    private final AutocallCarriers documents;
    private final CampaignClock clock;
    private final Networks networks;

    CarrierController(
            ObjectService<Carrier> carriers,
            AttemptStore attempts,
            TargetStore targets,
            Transactions transactions,
            Gateways gateways,
            AutocallCarriers documents,
            CampaignClock clock,
            Networks networks) {
        this.carriers = carriers;
        this.attempts = attempts;
        this.targets = targets;
        this.transactions = transactions;
        this.gateways = gateways;
        this.documents = documents;
        this.clock = clock;
        this.networks = networks;
    }

    @Post
    @Status(HttpStatus.CREATED)
    HttpResponse<CarrierCreated> create(Caller caller, @Json ObjectNode sent) {
        Carrier made = carriers.create(
                documents.create(sent, caller.tenant(), gateways.of(caller.tenantId()), clock.instant()));
        return HttpResponse.created(new CarrierCreated(made.id().toString(), true));
    }

    @Get
    PageOf<CarrierDocument> list(Caller caller, OffsetPage page) {
        List<Up> up = up(caller);
        return new PageOf<>(
                carriers.page(caller.tenantId(), page.query()).stream()
                        .map(carrier -> documents.showInList(view(caller, carrier, up)))
                        .toList(),
                page.limit(),
                page.offset(),
                carriers.count(caller.tenantId()));
    }

    @Get("/{id}")
    CarrierDocument get(Caller caller, UUID id) {
        return documents.show(view(caller, carriers.get(caller.tenantId(), id), up(caller)));
    }

    @Put("/{id}")
    CarrierWritten put(Caller caller, UUID id, @Json ObjectNode sent) {
        carriers.edit(caller.tenantId(), id, current -> documents.merge(sent, view(caller, current, List.of())));
        return new CarrierWritten(id.toString());
    }

    @Delete("/{id}")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CarrierCreated.class)))
    HttpResponse<?> delete(Caller caller, UUID id) {
        try {
            // Campaigns that name no carrier call through the default one.
            if (carriers.get(caller.tenantId(), id).isDefault()) {
                throw new Failure.InUse(Thing.CARRIER);
            }
            carriers.delete(caller.tenantId(), id);
        } catch (Failure.NotFound gone) {
            return Answer.notFound("carrier_name is not exists");
        }
        return HttpResponse.ok(new CarrierCreated(id.toString(), true));
    }

    /** A call that is up, and the network that it counts on. */
    private record Up(CallAttempt attempt, String network) {}

    private List<Up> up(Caller caller) {
        return transactions.inTenant(caller.tenantId(), () -> {
            List<CallAttempt> open = attempts.open(caller.tenantId());
            Map<UUID, Target> called = targets.find(
                    caller.tenantId(), open.stream().map(CallAttempt::target).toList());
            return open.stream()
                    .map(attempt -> new Up(attempt, networkOf(attempt, called.get(attempt.target()))))
                    .toList();
        });
    }

    /** As the scheduler has it: a target's own word counts for its first destination. */
    private String networkOf(CallAttempt attempt, @Nullable Target target) {
        return target != null && attempt.index() == 0
                ? target.network()
                : networks.networkOf(attempt.to().destination().text());
    }

    private CarrierView view(Caller caller, Carrier carrier, List<Up> up) {
        int count = 0;
        Map<String, Integer> byNetwork = new HashMap<>();
        for (Up call : up) {
            if (carrier.id().equals(call.attempt.carrier())) {
                count++;
                byNetwork.merge(call.network, 1, Integer::sum);
            }
        }
        return new CarrierView(caller.tenant(), carrier, gateways.of(caller.tenantId()), count, byNetwork);
    }
}
