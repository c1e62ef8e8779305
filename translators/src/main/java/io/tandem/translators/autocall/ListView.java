package io.tandem.translators.autocall;

import io.tandem.campaigns.model.TargetList;
import io.tandem.campaigns.model.Tenant;
import java.util.Map;

/**
 * A list with everything that v3 shows of it.
 *
 * @param campaignName name of the campaign it was made for, empty if none
 * @param tally its counters, as {@code TallyStore} keeps them
 */
public record ListView(Tenant tenant, TargetList list, String campaignName, Map<String, Long> tally) {}
