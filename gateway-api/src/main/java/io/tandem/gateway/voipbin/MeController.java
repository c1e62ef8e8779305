package io.tandem.gateway.voipbin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.tandem.gateway.security.Caller;
import io.tandem.gateway.security.Needs;
import io.tandem.gateway.security.Permission;
import io.tandem.gateway.voipbin.shape.AgentShapes;
import io.tandem.translators.voipbin.VoipbinAgents;
import io.tandem.translators.voipbin.WireVersion;

/**
 * {@code GET /v1.0/me}: the agent who calls, whatever it may do besides. (voipbin-v1.md, 1.9, 3)
 *
 * <p>For an access key it is the agent that made it. A key is the tenant's, not that agent's: 1.3 shows it with a customer
 * and no agent, and it carries an admin's power whoever made it. So it outlives its maker, and clients that log in by
 * asking who they are (section 3) go on: it stands for the oldest of the tenant's admins then, of whom one always stays.
 */
@Controller("/v1.0/me")
@Needs(Permission.NONE)
@ExecuteOn(TaskExecutors.BLOCKING)
final class MeController {

    private final Agents agents;

    MeController(Agents agents) {
        this.agents = agents;
    }

    @Get
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AgentShapes.Agent.class)))
    ObjectNode me(Caller caller, WireVersion version) {
        return VoipbinAgents.show(agents.whoIs(caller.tenantId(), caller.agent()), version);
    }
}
