package io.tandem.campaigns.ports;

import java.util.UUID;

/** Where new ids come from: unique, and growing with time so that they keep the order in which they were made. */
@FunctionalInterface
public interface Ids {

    UUID next();
}
