package io.tandem.campaigns.scheduler;

import io.tandem.campaigns.model.Address;
import io.tandem.campaigns.model.Target;
import io.tandem.campaigns.rules.NetworkPrefixes;
import io.tandem.campaigns.rules.Networks;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What bounds every call and every turn of one scheduler.
 *
 * @param longestTalk an answered call is hung up then
 * @param grace what the carrier does not confirm within it after we end a call is closed by us
 * @param claimsPerTurn most calls one tenant may start in one turn, so that no tenant holds up the others
 * @param readAhead due targets read beyond what is wanted at once
 * @param callsPerSecond calls started per second by this scheduler over all tenants, null for no limit
 * @param networks which network a number belongs to, where its target does not say
 */
public record Limits(
        Duration longestTalk,
        Duration grace,
        int claimsPerTurn,
        int readAhead,
        @Nullable Integer callsPerSecond,
        Networks networks) {

    /** The defaults of design section 5 and 7. */
    public static final Limits DEFAULT =
            new Limits(Duration.ofHours(1), Duration.ofSeconds(5), 250, 250, null, NetworkPrefixes.VIETNAM);

    /** The network of one of a target's destinations: its own word counts for the first. */
    String networkOf(Target target, int index) {
        Address address = target.destinations().get(index);
        return index == 0 || address == null
                ? target.network()
                : networks.networkOf(address.destination().text());
    }

    public Limits withLongestTalk(Duration talk) {
        return new Limits(talk, grace, claimsPerTurn, readAhead, callsPerSecond, networks);
    }

    public Limits withNetworks(Networks table) {
        return new Limits(longestTalk, grace, claimsPerTurn, readAhead, callsPerSecond, table);
    }

    public Limits withCallsPerSecond(@Nullable Integer cps) {
        return new Limits(longestTalk, grace, claimsPerTurn, readAhead, cps, networks);
    }
}
