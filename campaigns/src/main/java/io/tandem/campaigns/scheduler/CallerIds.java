package io.tandem.campaigns.scheduler;

import io.tandem.campaigns.model.Address;
import io.tandem.campaigns.model.Destination;

/** Caller ids as carriers list them. */
final class CallerIds {

    private CallerIds() {}

    /** A number in E.164 as such, anything else as the carrier wrote it. */
    static Address of(String written) {
        boolean number = written.matches("\\+[1-9][0-9]{2,14}");
        return Address.of(number ? new Destination.PhoneNumber(written) : new Destination.NotDialable("tel", written));
    }
}
