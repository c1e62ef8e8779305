package io.tandem.gateway.admin;

import io.tandem.campaigns.model.Policy;
import io.tandem.campaigns.model.Tenant.Caps;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/** What an operator says of a tenant to be made. */
public record NewTenant(
        String name,
        ZoneId zone,
        String country,
        String voipbinVersion,
        List<String> callbackAllowList,
        Set<String> allowedCountries,
        Caps caps,
        Policy policy) {

    static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    static final String COUNTRY = "VN";
    static final String VERSION = "2022-10";

    /** With a policy that forbids nothing. */
    public NewTenant(
            String name,
            ZoneId zone,
            String country,
            String voipbinVersion,
            List<String> callbackAllowList,
            Set<String> allowedCountries,
            Caps caps) {
        this(name, zone, country, voipbinVersion, callbackAllowList, allowedCountries, caps, Policy.NONE);
    }

    /** With every default of design section 7. */
    public static NewTenant named(String name) {
        return new NewTenant(name, ZONE, COUNTRY, VERSION, List.of(), Set.of(COUNTRY), Caps.DEFAULT, Policy.NONE);
    }
}
