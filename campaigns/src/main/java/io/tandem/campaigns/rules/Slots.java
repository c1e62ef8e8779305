package io.tandem.campaigns.rules;

import io.tandem.campaigns.model.AgentPacing;

/** How many calls may be started now. (autocall-v3.md, 2.1; voipbin-v1.md, service level rule) */
public final class Slots {

    private Slots() {}

    /** One cap and the calls in flight under it. */
    public record Cap(int limit, int inFlight) {

        public int free() {
            return Math.max(0, limit - inFlight);
        }
    }

    /** The smallest of what the caps leave free. */
    public static int free(Cap first, Cap... others) {
        int free = first.free();
        for (Cap cap : others) {
            free = Math.min(free, cap.free());
        }
        return free;
    }

    /**
     * What the agents' rule leaves of {@code free}.
     *
     * @param available available agents, less answered calls that wait or will wait for one, less other campaigns' dialling calls on the queue
     * @param dialing calls of the campaign that are not answered yet
     */
    public static int forAgents(AgentPacing pacing, int available, int dialing, int free) {
        int started = 0;
        while (started < free && pacing.mayDial(available, dialing + started)) {
            started++;
        }
        return started;
    }
}
