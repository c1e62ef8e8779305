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
import io.tandem.translators.voipbin.AgentFilter;
import io.tandem.translators.voipbin.Creation;
import io.tandem.translators.voipbin.VoipbinAgents;
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
    private final Ids ids;
    private final CampaignClock clock;

    AgentsController(ObjectService<Agent> service, Agents agents, Ids ids, CampaignClock clock) {
        this.service = service;
        this.agents = agents;
        this.ids = ids;
        this.clock = clock;
    }

    @Get
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
    ObjectNode create(Caller caller, @Json ObjectNode body, WireVersion version) {
        Creation creation = new Creation(caller.tenant(), version, ids, clock.instant());
        return VoipbinAgents.show(agents.create(VoipbinAgents.create(body, creation)), version);
    }

    @Get("/{id}")
    ObjectNode get(Caller caller, UUID id, WireVersion version) {
        return VoipbinAgents.show(
                service.find(caller.tenantId(), id).orElseThrow(() -> new Failure.NotFound(Failure.Thing.AGENT)),
                version);
    }

    @Put("/{id}")
    ObjectNode put(Caller caller, UUID id, @Json ObjectNode body, WireVersion version) {
        return edit(caller, id, version, agent -> VoipbinAgents.merge(body, agent, clock.instant()));
    }

    @Put("/{id}/status")
    @Needs(Permission.ANY)
    ObjectNode status(Caller caller, UUID id, @Json ObjectNode body, WireVersion version) {
        if (!caller.hasOneOf(Permission.ADMIN) && !id.equals(caller.agent())) {
            throw new Refusal(new Fault.Forbidden(Fault.Forbidden.Why.PERMISSION));
        }
        return edit(caller, id, version, agent -> VoipbinAgents.status(body, agent, clock.instant()));
    }

    @Put("/{id}/tag_ids")
    ObjectNode tags(Caller caller, UUID id, @Json ObjectNode body, WireVersion version) {
        return edit(caller, id, version, agent -> VoipbinAgents.tags(body, agent, clock.instant()));
    }

    @Put("/{id}/addresses")
    ObjectNode addresses(Caller caller, UUID id, @Json ObjectNode body, WireVersion version) {
        return edit(caller, id, version, agent -> VoipbinAgents.addresses(body, agent, clock.instant()));
    }

    @Put("/{id}/permission")
    ObjectNode permission(Caller caller, UUID id, @Json ObjectNode body, WireVersion version) {
        return VoipbinAgents.show(
                agents.changePermission(
                        caller.tenantId(), id, agent -> VoipbinAgents.permission(body, agent, clock.instant())),
                version);
    }

    @Put("/{id}/password")
    ObjectNode password(Caller caller, UUID id, @Json ObjectNode body, WireVersion version) {
        return VoipbinAgents.show(agents.changePassword(caller.tenantId(), id, VoipbinAgents.password(body)), version);
    }

    @Delete("/{id}")
    ObjectNode delete(Caller caller, UUID id, WireVersion version) {
        return VoipbinAgents.show(agents.delete(caller.tenantId(), id), version);
    }

    private ObjectNode edit(Caller caller, UUID id, WireVersion version, UnaryOperator<Agent> change) {
        return VoipbinAgents.show(service.edit(caller.tenantId(), id, change), version);
    }
}
