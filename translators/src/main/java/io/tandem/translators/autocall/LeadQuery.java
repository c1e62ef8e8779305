package io.tandem.translators.autocall;

import io.tandem.campaigns.model.Destination.PhoneNumber;
import io.tandem.campaigns.model.Tenant;
import io.tandem.translators.phone.PhoneReader;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The filters of {@code GET /v3/lead}; absent and empty ones do not filter. (autocall-v3.md, 1.5)
 *
 * @param number E.164
 * @param findsNothing a filter that no lead can meet: an id or a number that is none
 */
public record LeadQuery(
        @Nullable UUID list,
        @Nullable UUID campaign,
        @Nullable String number,
        boolean findsNothing) {

    private static final LeadQuery NOTHING = new LeadQuery(null, null, null, true);

    public static LeadQuery of(
            @Nullable String list, @Nullable String campaign, @Nullable String number, Tenant tenant) {
        Optional<PhoneNumber> phone =
                number == null ? Optional.empty() : PhoneReader.of(tenant).read(number);
        UUID listId = id(list);
        UUID campaignId = id(campaign);
        boolean impossible = (isSet(list) && listId == null)
                || (isSet(campaign) && campaignId == null)
                || (isSet(number) && phone.isEmpty());
        return impossible
                ? NOTHING
                : new LeadQuery(listId, campaignId, phone.map(PhoneNumber::text).orElse(null), false);
    }

    private static boolean isSet(@Nullable String text) {
        return text != null && !text.isEmpty();
    }

    private static @Nullable UUID id(@Nullable String text) {
        boolean looksRight = text != null && text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
        return looksRight ? UUID.fromString(text) : null;
    }
}
