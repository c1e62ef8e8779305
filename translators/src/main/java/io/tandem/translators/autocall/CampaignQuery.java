package io.tandem.translators.autocall;

import io.tandem.campaigns.model.CampaignKind;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The filter of {@code GET /v3/campaign}. (autocall-v3.md, 1.4; case 43) */
public final class CampaignQuery {

    private CampaignQuery() {}

    /** The kinds that a {@code type} names; all if it is absent or empty, none if there is no such type. */
    public static Set<CampaignKind> kinds(@Nullable String type) {
        Set<CampaignKind> kinds = EnumSet.allOf(CampaignKind.class);
        if (type != null && !type.isEmpty()) {
            kinds.removeIf(kind -> !CampaignWords.type(kind).equals(type));
        }
        return kinds;
    }
}
