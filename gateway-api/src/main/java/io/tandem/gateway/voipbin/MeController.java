package io.tandem.gateway.voipbin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.tandem.campaigns.model.Agent;
import io.tandem.campaigns.ports.ObjectStore;
import io.tandem.campaigns.ports.Transactions;
import io.tandem.campaigns.service.Failure;
import io.tandem.gateway.security.Caller;
import io.tandem.gateway.security.Needs;
import io.tandem.gateway.security.Permission;
import io.tandem.gateway.voipbin.shape.AgentShapes;
import io.tandem.translators.voipbin.VoipbinAgents;
import io.tandem.translators.voipbin.WireVersion;
import java.util.UUID;

/** {@code GET /v1.0/me}: the agent who calls; for an access key the agent it was made for. (voipbin-v1.md, 1.9, 3) */
@Controller("/v1.0/me")
@Needs(Permission.ANY)
@ExecuteOn(TaskExecutors.BLOCKING)
final class MeController {

    private final ObjectStore<Agent> agents;
    private final Transactions transactions;

    MeController(ObjectStore<Agent> agents, Transactions transactions) {
        this.agents = agents;
        this.transactions = transactions;
    }

    @Get
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AgentShapes.Agent.class)))
    ObjectNode me(Caller caller, WireVersion version) {
        UUID agent = caller.agent();
        if (agent == null) {
            throw new Failure.NotFound(Failure.Thing.AGENT);
        }
        return transactions
                .inTenant(caller.tenantId(), () -> agents.find(caller.tenantId(), agent))
                .map(found -> VoipbinAgents.show(found, version))
                .orElseThrow(() -> new Failure.NotFound(Failure.Thing.AGENT));
    }
}
