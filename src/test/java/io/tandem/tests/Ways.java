package io.tandem.tests;

import com.fasterxml.jackson.databind.JsonNode;

/** A tenant's two ways in; its credentials outlive the process that gave them out. */
public record Ways(Api autocall, Api voipbin) {

    /** Makes a tenant as {@code POST /admin/tenants} takes it, and logs in. */
    public static Ways ofNew(Api open, JsonNode tenant) {
        return of(open, tenant(open, tenant));
    }

    /** Makes a tenant; the answer holds its keys. */
    public static Api.Answer tenant(Api open, JsonNode tenant) {
        return open.withHeader("Authorization", "Bearer " + GatewayUnderTest.OPERATOR)
                .post("/admin/tenants", tenant);
    }

    /** Logs in with the keys that the answer of {@link #tenant} holds. */
    public static Ways of(Api open, Api.Answer keys) {
        String token = open.post("/v3/auth/token", Api.object("api_key", keys.text("/autocall/api_key")))
                .text("/token");
        return new Ways(
                open.withHeader("Authorization", "Bearer " + token),
                open.withHeader("Authorization", "Bearer " + keys.text("/voipbin/accesskey")));
    }

    /** The same credentials, shown to the process that came after. */
    public Ways at(Api open) {
        return new Ways(new Api(open.base(), autocall.headers()), new Api(open.base(), voipbin.headers()));
    }
}
