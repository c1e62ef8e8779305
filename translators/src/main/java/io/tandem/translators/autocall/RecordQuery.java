package io.tandem.translators.autocall;

import io.tandem.campaigns.model.Destination;
import io.tandem.campaigns.model.Disposition;
import io.tandem.campaigns.model.Tenant;
import io.tandem.campaigns.ports.AttemptStore.RecordSearch;
import io.tandem.translators.phone.PhoneReader;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The filters of {@code GET /v3/cdr} and of the reports; absent and empty ones do not filter. A date that is none is
 * refused by name: to pass it over would show other calls than were asked for. (autocall-v3.md, 1.8)
 *
 * @param findsNothing a filter that no record can meet: an id that is none, an unknown status, another direction
 */
public record RecordQuery(RecordSearch search, boolean findsNothing) {

    private static final String OUTBOUND = "outbound";

    /** Query parameters by their names. */
    @FunctionalInterface
    public interface Parameters {
        @Nullable
        String get(String name);
    }

    /**
     * Reads the filters of the list of records.
     *
     * @throws io.tandem.campaigns.service.Failure.Invalid for dates that are none
     */
    public static RecordQuery of(Parameters sent, Tenant tenant) {
        ZoneId zone = tenant.zone();
        Ids ids = new Ids();
        RecordSearch search = new RecordSearch(
                ids.read(sent.get("campaign_uuid")),
                null,
                statuses(sent.get("status")),
                numbers(sent.get("hotline"), tenant),
                numbers(sent.get("phone"), tenant),
                LocalTimes.from("start_date", sent.get("start_date"), zone),
                LocalTimes.to("end_date", sent.get("end_date"), zone),
                LocalTimes.from("start_date_ended", sent.get("start_date_ended"), zone),
                LocalTimes.to("end_date_ended", sent.get("end_date_ended"), zone));
        boolean unknownStatus =
                isSet(sent.get("status")) && search.dispositions().isEmpty();
        String direction = sent.get("direction");
        boolean otherDirection = isSet(direction) && !OUTBOUND.equalsIgnoreCase(direction);
        // Calls are taken by agents or nobody; records show no extension.
        boolean byExtension = isSet(sent.get("extension"));
        boolean noNumber = hasControl(sent.get("hotline")) || hasControl(sent.get("phone"));
        return new RecordQuery(search, ids.malformed || unknownStatus || otherDirection || byExtension || noNumber);
    }

    /**
     * Reads the filters of a report.
     *
     * @throws io.tandem.campaigns.service.Failure.Invalid for dates and a campaign's id that are none
     */
    public static RecordQuery ofReport(Parameters sent, Tenant tenant) {
        Ids ids = new Ids();
        UUID campaign = ids.read(sent.get("campaign_uuid"));
        if (ids.malformed) {
            throw Faults.single("campaign_uuid is invalid");
        }
        UUID list = ids.read(sent.get("list_uuid"));
        RecordSearch search = RecordSearch.ALL
                .withCampaign(campaign)
                .withList(list)
                .withPlacedFrom(LocalTimes.from("start_time", sent.get("start_time"), tenant.zone()))
                .withPlacedTo(LocalTimes.to("end_time", sent.get("end_time"), tenant.zone()));
        return new RecordQuery(search, ids.malformed);
    }

    /** The words of records, in any case and with either dash. */
    private static Set<Disposition> statuses(@Nullable String sent) {
        Set<Disposition> meant = EnumSet.noneOf(Disposition.class);
        if (sent != null && !sent.isBlank()) {
            String word = sent.strip().toLowerCase(Locale.ROOT).replace('_', '-');
            for (Disposition disposition : Disposition.values()) {
                if (Dispositions.status(disposition).equals(word)) {
                    meant.add(disposition);
                }
            }
        }
        return meant;
    }

    /** A number as it may stand in a record: in E.164, and as a carrier's caller id was written. */
    private static List<Destination> numbers(@Nullable String sent, Tenant tenant) {
        if (sent == null || sent.isBlank() || hasControl(sent)) {
            return List.of();
        }
        List<Destination> forms = new ArrayList<>();
        Optional<Destination.PhoneNumber> number = PhoneReader.of(tenant).read(sent);
        number.ifPresent(forms::add);
        forms.add(new Destination.NotDialable("tel", sent.strip()));
        return forms;
    }

    private static boolean isSet(@Nullable String text) {
        return text != null && !text.isBlank();
    }

    /** Nothing has such a number, and databases cannot look for U+0000. */
    private static boolean hasControl(@Nullable String text) {
        return text != null && text.chars().anyMatch(Character::isISOControl);
    }

    private static final class Ids {

        private boolean malformed;

        @Nullable
        UUID read(@Nullable String sent) {
            if (sent == null || sent.isBlank()) {
                return null;
            }
            boolean good = Checks.isUuid(sent);
            malformed |= !good;
            return good ? UUID.fromString(sent) : null;
        }
    }
}
