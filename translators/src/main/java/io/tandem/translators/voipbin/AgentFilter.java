package io.tandem.translators.voipbin;

import io.tandem.campaigns.model.Agent;
import io.tandem.campaigns.model.Agent.Status;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The filters of {@code GET /agents}.
 *
 * @param tags agents that bear one of them; empty for all
 * @param status agents that show as this; null for all
 */
public record AgentFilter(Set<UUID> tags, @Nullable Status status) {

    public AgentFilter {
        tags = Set.copyOf(tags);
    }

    /**
     * Reads the query parameters, null where they are absent; tag ids are separated by commas.
     *
     * @throws WireFault INVALID_REQUEST_PARAMETER
     */
    public static AgentFilter of(@Nullable String tagIds, @Nullable String status) {
        Set<UUID> tags = new HashSet<>();
        if (tagIds != null && !tagIds.isBlank()) {
            for (String id : tagIds.split(",", -1)) {
                tags.add(WireIds.read(id.strip())
                        .orElseThrow(() -> WireFault.parameter("tag_ids", "UUIDs separated by commas")));
            }
        }
        if (status == null || status.isEmpty()) {
            return new AgentFilter(tags, null);
        }
        Status wanted = VoipbinAgents.statusOf(status);
        if (wanted == null) {
            throw WireFault.parameter("status", "one of: available, away, busy, offline, ringing");
        }
        return new AgentFilter(tags, wanted);
    }

    public boolean admits(Agent agent) {
        boolean bearsTag = tags.isEmpty() || agent.tags().stream().anyMatch(tags::contains);
        return bearsTag && (status == null || status == VoipbinAgents.shownStatus(agent));
    }
}
