package io.tandem.gateway.voipbin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.tandem.campaigns.model.Agent;
import io.tandem.campaigns.ports.Ids;
import io.tandem.campaigns.service.Failure;
import io.tandem.campaigns.service.ObjectService;
import io.tandem.gateway.http.Fault;
import io.tandem.gateway.http.Json;
import io.tandem.gateway.http.Refusal;
import io.tandem.gateway.security.Caller;
import io.tandem.gateway.security.Needs;
import io.tandem.gateway.security.Permission;
import io.tandem.gateway.time.CampaignClock;
import io.tandem.gateway.voipbin.shape.AgentShapes;
import io.tandem.gateway.voipbin.shape.TagShapes;
import io.tandem.translators.voipbin.AgentFilter;
import io.tandem.translators.voipbin.Creation;
import io.tandem.translators.voipbin.VoipbinAgents;
import io.tandem.translators.voipbin.VoipbinAgents.NewAgent;
import io.tandem.translators.voipbin.VoipbinPage;
import io.tandem.translators.voipbin.WireVersion;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** {@code /v1.0/agents}: the admins' business; but who is available is for every agent itself to say. (voipbin-v1.md, 1.9) */
@Controller("/v1.0/agents")
@Consumes(MediaType.ALL)
@Needs(Permission.ADMIN)
@ExecuteOn(TaskExecutors.BLOCKING)
final class AgentsController {

    private final ObjectService<Agent> service;
    private final Agents agents;
    private final NamedThings named;
    private final Ids ids;
    private final CampaignClock clock;

    AgentsController(ObjectService<Agent> service, Agents agents, NamedThings named, Ids ids, CampaignClock clock) {
        this.service = service;
        this.agents = agents;
        this.named = named;
        this.ids = ids;
        this.clock = clock;
    }

    @Get
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = AgentShapes.AgentPage.class)))
    ObjectNode list(
            Caller caller,
            VoipbinPage page,
            @Nullable @QueryValue("tag_ids") String tagIds,
            @Nullable @QueryValue("status") String status,
            WireVersion version) {
        return page.answer(
                agents.page(caller.tenantId(), AgentFilter.of(tagIds, status), page.query()),
                agent -> VoipbinAgents.showInList(agent, version),
                version);
    }

    @Post
    @RequestBody(content = @Content(schema = @Schema(implementation = AgentShapes.NewAgent.class)))
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AgentShapes.Agent.class)))
    ObjectNode create(Caller caller, @Json ObjectNode body, WireVersion version) {
        Creation creation = new Creation(caller.tenant(), version, ids, clock.instant());
        NewAgent wanted = VoipbinAgents.create(body, creation);
        named.checked(wanted.agent());
        return VoipbinAgents.show(agents.create(wanted), version);
    }

    @Get("/{id}")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AgentShapes.Agent.class)))
    ObjectNode get(Caller caller, UUID id, WireVersion version) {
        return VoipbinAgents.show(
                service.find(caller.tenantId(), id).orElseThrow(() -> new Failure.NotFound(Failure.Thing.AGENT)),
                version);
    }

    @Put("/{id}")
    @RequestBody(content = @Content(schema = @Schema(implementation = AgentShapes.AgentFields.class)))
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AgentShapes.Agent.class)))
    ObjectNode put(Caller caller, UUID id, @Json ObjectNode body, WireVersion version) {
        return edit(caller, id, version, agent -> VoipbinAgents.merge(body, agent, clock.instant()));
    }

    @Put("/{id}/status")
    @Needs(Permission.NONE)
    @RequestBody(content = @Content(schema = @Schema(implementation = AgentShapes.AgentStatus.class)))
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AgentShapes.Agent.class)))
    ObjectNode status(Caller caller, UUID id, @Json ObjectNode body, WireVersion version) {
        if (!caller.hasOneOf(Permission.ADMIN) && !id.equals(caller.agent())) {
            throw new Refusal(new Fault.Forbidden(Fault.Forbidden.Why.PERMISSION));
        }
        return edit(caller, id, version, agent -> VoipbinAgents.status(body, agent, clock.instant()));
    }

    @Put("/{id}/tag_ids")
    @RequestBody(content = @Content(schema = @Schema(implementation = TagShapes.TagIds.class)))
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AgentShapes.Agent.class)))
    ObjectNode tags(Caller caller, UUID id, @Json ObjectNode body, WireVersion version) {
        return edit(caller, id, version, agent -> VoipbinAgents.tags(body, agent, clock.instant()));
    }

    @Put("/{id}/addresses")
    @RequestBody(content = @Content(schema = @Schema(implementation = AgentShapes.AgentAddresses.class)))
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AgentShapes.Agent.class)))
    ObjectNode addresses(Caller caller, UUID id, @Json ObjectNode body, WireVersion version) {
        return edit(caller, id, version, agent -> VoipbinAgents.addresses(body, agent, clock.instant()));
    }

    @Put("/{id}/permission")
    @RequestBody(content = @Content(schema = @Schema(implementation = AgentShapes.AgentPermission.class)))
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AgentShapes.Agent.class)))
    ObjectNode permission(Caller caller, UUID id, @Json ObjectNode body, WireVersion version) {
        return VoipbinAgents.show(
                agents.changePermission(
                        caller.tenantId(), id, agent -> VoipbinAgents.permission(body, agent, clock.instant())),
                version);
    }

    @Put("/{id}/password")
    @RequestBody(content = @Content(schema = @Schema(implementation = AgentShapes.AgentPassword.class)))
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AgentShapes.Agent.class)))
    ObjectNode password(Caller caller, UUID id, @Json ObjectNode body, WireVersion version) {
        return VoipbinAgents.show(agents.changePassword(caller.tenantId(), id, VoipbinAgents.password(body)), version);
    }

    @Delete("/{id}")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AgentShapes.Agent.class)))
    ObjectNode delete(Caller caller, UUID id, WireVersion version) {
        return VoipbinAgents.show(agents.delete(caller.tenantId(), id), version);
    }

    private ObjectNode edit(Caller caller, UUID id, WireVersion version, UnaryOperator<Agent> change) {
        return VoipbinAgents.show(service.edit(caller.tenantId(), id, named.agent(change)), version);
    }
}
