package io.tandem.gateway.own;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.tandem.campaigns.service.ProgressService;
import io.tandem.campaigns.service.ProgressService.Progress;
import io.tandem.gateway.security.Caller;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code GET /gateway/campaigns/{id}/progress}: how far a campaign is. */
@Controller("/gateway/campaigns/{id}/progress")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ProgressController {

    private final ProgressService progress;

    ProgressController(ProgressService progress) {
        this.progress = progress;
    }

    /**
     * The answer.
     *
     * @param targets {@code total}, those ended by state, and {@code left}
     * @param attempts ended attempts by disposition
     * @param refused what the tenant's policy refused, by reason
     * @param nextOpening RFC 3339, null if calls can never start
     */
    record ProgressDocument(
            @JsonProperty("campaign_id") UUID campaignId,
            @JsonProperty("state") String state,
            @JsonProperty("in_flight") int inFlight,
            @JsonProperty("cap") int cap,
            @JsonProperty("targets") Map<String, Long> targets,
            @JsonProperty("attempts") Map<String, Long> attempts,
            @JsonProperty("refused") Map<String, Long> refused,
            @JsonProperty("next_opening") @Nullable String nextOpening) {

        static ProgressDocument of(Progress progress) {
            Map<String, Long> targets = new TreeMap<>();
            targets.put("total", progress.targets());
            progress.ended().forEach((state, count) -> targets.put(word(state), count));
            targets.put("left", progress.targets() - progress.endedTargets());
            Map<String, Long> attempts = new TreeMap<>();
            progress.dispositions().forEach((disposition, count) -> attempts.put(word(disposition), count));
            Map<String, Long> refused = new TreeMap<>();
            progress.refused().forEach((reason, count) -> refused.put(word(reason), count));
            return new ProgressDocument(
                    progress.campaign().id(),
                    word(progress.campaign().state()),
                    progress.inFlight(),
                    progress.cap(),
                    targets,
                    attempts,
                    refused,
                    progress.nextOpening() == null
                            ? null
                            : progress.nextOpening().toString());
        }

        private static String word(Enum<?> name) {
            return name.name().toLowerCase(Locale.ROOT);
        }
    }

    @Get
    ProgressDocument get(Caller caller, UUID id) {
        return ProgressDocument.of(progress.of(caller.tenantId(), id));
    }
}
