package io.tandem.tests.restart;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.tests.Api;
import io.tandem.tests.GatewayUnderTest;

/** A tenant's two ways in; its credentials outlive the process that gave them out. */
record Ways(Api autocall, Api voipbin) {

    /** Makes a tenant as {@code POST /admin/tenants} takes it, and logs in. */
    static Ways ofNew(ServeProcess serve, JsonNode tenant) {
        Api open = serve.api();
        JsonNode keys = open.withHeader("Authorization", "Bearer " + GatewayUnderTest.OPERATOR)
                .post("/admin/tenants", tenant)
                .json();
        String token = open.post(
                        "/v3/auth/token",
                        Api.object("api_key", keys.at("/autocall/api_key").asText()))
                .text("/token");
        return new Ways(
                open.withHeader("Authorization", "Bearer " + token),
                open.withHeader(
                        "Authorization",
                        "Bearer " + keys.at("/voipbin/accesskey").asText()));
    }

    /** The same credentials, shown to the process that came after. */
    Ways at(Api open) {
        return new Ways(new Api(open.base(), autocall.headers()), new Api(open.base(), voipbin.headers()));
    }
}
