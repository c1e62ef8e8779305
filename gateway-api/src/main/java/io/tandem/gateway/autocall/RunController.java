package io.tandem.gateway.autocall;

import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.tandem.campaigns.service.CampaignEdit.Command;
import io.tandem.campaigns.service.CampaignService;
import io.tandem.gateway.security.Caller;
import io.tandem.translators.autocall.Answers.CampaignWritten;
import java.util.UUID;

/**
 * Starting a campaign, on the v1 path that the v3 documents print. Stop, pause and the {@code /v3} paths are ours.
 * (autocall-v3.md, 1.4 and D18)
 */
@Controller
@Consumes(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class RunController {

    private final CampaignService campaigns;

    RunController(CampaignService campaigns) {
        this.campaigns = campaigns;
    }

    @Post(uris = {"/v1/campaign/{id}/run/start", "/v3/campaign/{id}/run/start"})
    CampaignWritten start(Caller caller, UUID id) {
        return run(caller, id, Command.START);
    }

    @Post(uris = {"/v1/campaign/{id}/run/stop", "/v3/campaign/{id}/run/stop"})
    CampaignWritten stop(Caller caller, UUID id) {
        return run(caller, id, Command.STOP);
    }

    @Post(uris = {"/v1/campaign/{id}/run/pause", "/v3/campaign/{id}/run/pause"})
    CampaignWritten pause(Caller caller, UUID id) {
        return run(caller, id, Command.PAUSE);
    }

    private CampaignWritten run(Caller caller, UUID id, Command command) {
        campaigns.command(caller.tenantId(), id, command);
        return new CampaignWritten(id.toString());
    }
}
