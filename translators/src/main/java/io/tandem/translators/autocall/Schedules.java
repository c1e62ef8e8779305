package io.tandem.translators.autocall;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tandem.campaigns.model.CallingHours;
import io.tandem.campaigns.model.CallingHours.Opening;
import io.tandem.campaigns.model.CallingHours.Week;
import io.tandem.campaigns.model.Campaign;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * {@code schedules}: weeks of one opening a day, in nanoseconds since local midnight. A day that is missing or null is
 * 0–0, closed. (autocall-v3.md, 2.7)
 */
final class Schedules {

    private static final int MOST_WEEKS = 100;
    private static final Check TIME = Checks.integer(0, CallingHours.DAY_NANOS);
    private static final Set<String> ASSIGNED_BY_SERVER = Set.of("domain_uuid", "id", "campaign_uuid");
    private static final Set<String> TIMES = timeNames();

    private Schedules() {}

    static List<ScheduleDocument> show(Campaign campaign) {
        List<Week> weeks = campaign.hours().weeks();
        List<ScheduleDocument> rows = new ArrayList<>();
        for (int position = 0; position < weeks.size(); position++) {
            rows.add(show(campaign, position, weeks.get(position)));
        }
        return rows;
    }

    private static ScheduleDocument show(Campaign campaign, int position, Week week) {
        return new ScheduleDocument(
                campaign.tenant().toString(),
                idOf(campaign, position),
                campaign.id().toString(),
                week.on(DayOfWeek.MONDAY).startNanos(),
                week.on(DayOfWeek.MONDAY).endNanos(),
                week.on(DayOfWeek.TUESDAY).startNanos(),
                week.on(DayOfWeek.TUESDAY).endNanos(),
                week.on(DayOfWeek.WEDNESDAY).startNanos(),
                week.on(DayOfWeek.WEDNESDAY).endNanos(),
                week.on(DayOfWeek.THURSDAY).startNanos(),
                week.on(DayOfWeek.THURSDAY).endNanos(),
                week.on(DayOfWeek.FRIDAY).startNanos(),
                week.on(DayOfWeek.FRIDAY).endNanos(),
                week.on(DayOfWeek.SATURDAY).startNanos(),
                week.on(DayOfWeek.SATURDAY).endNanos(),
                week.on(DayOfWeek.SUNDAY).startNanos(),
                week.on(DayOfWeek.SUNDAY).endNanos());
    }

    /** Rows have no id in the hub; the same row shows the same one at every read. */
    private static String idOf(Campaign campaign, int position) {
        String name = campaign.id() + ":schedule:" + position;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    static @Nullable JsonNode check(JsonNode sent, Check.Site site) {
        if (!sent.isArray()) {
            return site.fault(Wording.wrongType("array", sent));
        }
        if (sent.isEmpty()) {
            return site.fault(Wording.moreItems(1));
        }
        if (sent.size() > MOST_WEEKS) {
            return site.fault(Wording.fewerItems(MOST_WEEKS));
        }
        boolean good = true;
        for (int position = 0; position < sent.size(); position++) {
            good &= checkRow(sent.path(position), site.below(String.valueOf(position)));
        }
        return good ? normal(sent) : null;
    }

    private static boolean checkRow(JsonNode row, Check.Site site) {
        if (!row.isObject()) {
            site.fault(Wording.wrongType("object", row));
            return false;
        }
        boolean good = true;
        for (Map.Entry<String, JsonNode> member : row.properties()) {
            if (TIMES.contains(member.getKey())) {
                good &= member.getValue().isNull() || TIME.read(member.getValue(), site.below(member.getKey())) != null;
            } else if (!ASSIGNED_BY_SERVER.contains(member.getKey())) {
                site.note(member.getKey(), "unknown in a schedule: not kept");
            }
        }
        return good;
    }

    /** The fourteen numbers of each row and nothing else; what is no array of objects is left as it is. */
    static JsonNode normal(JsonNode sent) {
        if (!sent.isArray()) {
            return sent;
        }
        ArrayNode rows = Json.object().arrayNode();
        for (JsonNode row : sent) {
            if (!row.isObject()) {
                return sent;
            }
            ObjectNode numbers = rows.addObject();
            for (String time : TIMES) {
                JsonNode value = row.path(time);
                if (value.isMissingNode() || value.isNull()) {
                    numbers.put(time, 0L);
                } else {
                    numbers.set(time, value);
                }
            }
        }
        return rows;
    }

    /** Reads what {@link #check} let pass. */
    static CallingHours read(JsonNode rows) {
        List<Week> weeks = new ArrayList<>();
        for (JsonNode row : rows) {
            Map<DayOfWeek, Opening> days = new EnumMap<>(DayOfWeek.class);
            for (DayOfWeek day : DayOfWeek.values()) {
                days.put(day, new Opening(nanos(row, startOf(day)), nanos(row, endOf(day))));
            }
            weeks.add(new Week(days));
        }
        return new CallingHours(weeks);
    }

    private static long nanos(JsonNode row, String time) {
        return row.path(time).decimalValue().longValueExact();
    }

    private static Set<String> timeNames() {
        Set<String> names = new LinkedHashSet<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            names.add(startOf(day));
            names.add(endOf(day));
        }
        return names;
    }

    private static String startOf(DayOfWeek day) {
        return day.name().toLowerCase(Locale.ROOT) + "_start_time";
    }

    private static String endOf(DayOfWeek day) {
        return day.name().toLowerCase(Locale.ROOT) + "_end_time";
    }
}
