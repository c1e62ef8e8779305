package io.tandem.gateway.http;

import io.tandem.campaigns.service.Failure;

/** How one dialect says no. */
public interface Errors {

    Dialect dialect();

    ErrorAnswer of(Failure failure, String requestId);

    ErrorAnswer of(Fault fault, String requestId);
}
