package io.tandem.translators.autocall;

import io.tandem.campaigns.model.Carrier;
import io.tandem.campaigns.model.Tenant;
import java.util.Map;
import java.util.UUID;

/**
 * A carrier with everything that v3 shows of it.
 *
 * @param gateway the tenant's gateway, the only one a carrier can be on
 * @param up calls on the carrier now
 * @param upByNetwork the same by network
 */
public record CarrierView(Tenant tenant, Carrier carrier, UUID gateway, int up, Map<String, Integer> upByNetwork) {}
