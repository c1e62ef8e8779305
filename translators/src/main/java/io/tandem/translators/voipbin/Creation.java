package io.tandem.translators.voipbin;

import io.tandem.campaigns.model.Tenant;
import io.tandem.campaigns.ports.Ids;
import java.time.Instant;

/**
 * Under what circumstances a new object is made.
 *
 * @param version the wire version in force; it fixes a new campaign's service level rule
 */
public record Creation(Tenant tenant, WireVersion version, Ids ids, Instant now) {}
