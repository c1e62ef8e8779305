package io.tandem.campaigns.model;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many calls a campaign may have up.
 *
 * @param maxConcurrent calls in flight (dialling, ringing, answered); 0 dials nothing, never "unlimited"
 * @param channelMode whether {@code channels} bind
 * @param channels calls in flight per network of the called number, by network name
 * @param agents the rule that ties new calls to available agents; binds only with a queue
 */
public record Pacing(int maxConcurrent, ChannelMode channelMode, Map<String, Integer> channels, AgentPacing agents) {

    public Pacing {
        if (maxConcurrent < 0) {
            throw new IllegalArgumentException("maxConcurrent < 0");
        }
        channels = Collections.unmodifiableMap(new TreeMap<>(channels));
    }

    public Pacing withMaxConcurrent(int calls) {
        return new Pacing(calls, channelMode, channels, agents);
    }

    public Pacing withChannelMode(ChannelMode mode) {
        return new Pacing(maxConcurrent, mode, channels, agents);
    }

    public Pacing withChannels(Map<String, Integer> byNetwork) {
        return new Pacing(maxConcurrent, channelMode, byNetwork, agents);
    }

    public Pacing withAgents(AgentPacing pacing) {
        return new Pacing(maxConcurrent, channelMode, channels, pacing);
    }

    /** How per-network channels are used. (autocall-v3.md, 2.1) */
    public enum ChannelMode {
        /** Not at all: every network goes through the trunk. */
        DIRECT,
        /** A fixed share per campaign. */
        PARALLEL,
        /** Free channels go round the waiting campaigns. */
        SERIAL
    }
}
