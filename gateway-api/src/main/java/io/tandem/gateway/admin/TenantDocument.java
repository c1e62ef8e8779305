package io.tandem.gateway.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import io.tandem.campaigns.model.Policy;
import io.tandem.campaigns.model.Policy.QuietHours;
import io.tandem.campaigns.model.Tenant;
import io.tandem.campaigns.model.Tenant.Caps;
import io.tandem.campaigns.service.Failure;
import io.tandem.campaigns.service.Failure.Violation;
import io.tandem.translators.voipbin.WireVersion;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads what an operator writes of a tenant (design section 7). Every field that is wrong is reported at once; a field
 * that is not known is wrong, too: it is most likely a typing error.
 */
final class TenantDocument {

    private static final Set<String> FIELDS = Set.of(
            "name",
            "zone",
            "country",
            "voipbin_version",
            "callback_allow_list",
            "allowed_countries",
            "caps",
            "policy",
            "suspended");
    private static final Set<String> CAPS = Set.of("calls", "cps", "leads", "api_rps");
    private static final String QUIET_HOURS = "quiet_hours";
    private static final String ATTEMPTS = "attempts_per_number_and_day";
    private static final Set<String> POLICY = Set.of(QUIET_HOURS, ATTEMPTS);
    private static final Pattern TIME_OF_DAY = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?");
    private static final int MAX_QUIET_HOURS = 24;
    private static final int MAX_ATTEMPTS = 1_000;
    private static final int MAX_NAME = 255;

    private final ObjectNode document;
    private final List<Violation> violations = new ArrayList<>();

    private TenantDocument(ObjectNode document) {
        this.document = document;
        refuseUnknown(document, FIELDS, "");
    }

    /** @throws Failure.Invalid naming every field that is wrong */
    static NewTenant create(ObjectNode document) {
        TenantDocument read = new TenantDocument(document);
        if (!document.has("name")) {
            read.wrong("name", "is required");
        }
        if (document.has("suspended")) {
            read.wrong("suspended", "can be changed, not created");
        }
        NewTenant defaults = NewTenant.named("");
        String country = read.country(defaults.country());
        NewTenant tenant = new NewTenant(
                read.name(defaults.name()),
                read.zone(defaults.zone()),
                country,
                read.version(defaults.voipbinVersion()),
                read.ranges(defaults.callbackAllowList()),
                read.countries(Set.of(country)),
                read.caps(defaults.caps()),
                read.policy(defaults.policy()));
        read.refuseIfWrong();
        return tenant;
    }

    /**
     * The tenant with the fields that the document names.
     *
     * @throws Failure.Invalid naming every field that is wrong
     */
    static Tenant patch(Tenant tenant, ObjectNode document) {
        TenantDocument read = new TenantDocument(document);
        Tenant patched = new Tenant(
                tenant.id(),
                read.name(tenant.name()),
                read.zone(tenant.zone()),
                read.country(tenant.country()),
                read.version(tenant.voipbinVersion()),
                read.ranges(tenant.callbackAllowList()),
                read.countries(tenant.allowedCountries()),
                read.caps(tenant.caps()),
                read.suspended(tenant.suspended()),
                tenant.created(),
                tenant.updated(),
                read.policy(tenant.policy()));
        read.refuseIfWrong();
        return patched;
    }

    private String name(String otherwise) {
        return text("name", otherwise, name -> {
            if (name.isBlank() || name.length() > MAX_NAME) {
                wrong("name", "must be a text of 1 to " + MAX_NAME + " characters");
            }
            return name.strip();
        });
    }

    private ZoneId zone(ZoneId otherwise) {
        return text("zone", otherwise, zone -> {
            try {
                return ZoneId.of(zone);
            } catch (DateTimeException e) {
                wrong("zone", "\"" + zone + "\" is no time zone like Asia/Ho_Chi_Minh");
                return otherwise;
            }
        });
    }

    private String country(String otherwise) {
        return text("country", otherwise, country -> {
            refuseUnknownCountry("country", country);
            return country;
        });
    }

    private String version(String otherwise) {
        return text("voipbin_version", otherwise, version -> {
            try {
                return WireVersion.of("voipbin_version", version).text();
            } catch (Failure.Invalid e) {
                violations.addAll(e.violations());
                return otherwise;
            }
        });
    }

    private List<String> ranges(List<String> otherwise) {
        List<String> ranges = texts("callback_allow_list");
        if (ranges == null) {
            return otherwise;
        }
        for (String range : ranges) {
            CidrRange.fault(range).ifPresent(fault -> wrong("callback_allow_list", fault));
        }
        return ranges;
    }

    private Set<String> countries(Set<String> otherwise) {
        List<String> countries = texts("allowed_countries");
        if (countries == null) {
            return otherwise;
        }
        countries.forEach(country -> refuseUnknownCountry("allowed_countries", country));
        return new LinkedHashSet<>(countries);
    }

    /** Null switches it off; what an object does not name of it stays. */
    private Policy policy(Policy otherwise) {
        JsonNode value = document.get("policy");
        if (value == null) {
            return otherwise;
        }
        if (value.isNull()) {
            return Policy.NONE;
        }
        if (!(value instanceof ObjectNode policy)) {
            wrong("policy", "must be an object or null");
            return otherwise;
        }
        refuseUnknown(policy, POLICY, "policy.");
        return new Policy(
                quietHours(policy.get(QUIET_HOURS), otherwise.quietHours()),
                attemptsPerDay(policy.get(ATTEMPTS), otherwise.attemptsPerNumberAndDay()));
    }

    private List<QuietHours> quietHours(@Nullable JsonNode value, List<QuietHours> otherwise) {
        if (value == null) {
            return otherwise;
        }
        List<QuietHours> hours = new ArrayList<>();
        boolean good = value.isArray() && value.size() <= MAX_QUIET_HOURS;
        for (JsonNode each : value) {
            LocalTime from = timeOfDay(each.path("from"));
            LocalTime to = timeOfDay(each.path("to"));
            good &= each.isObject() && each.size() == 2 && from != null && to != null && !from.equals(to);
            if (good && from != null && to != null) {
                hours.add(new QuietHours(from, to));
            }
        }
        if (!good) {
            wrong(
                    "policy." + QUIET_HOURS,
                    "must be a list of at most " + MAX_QUIET_HOURS
                            + " objects like {\"from\":\"21:00\",\"to\":\"08:00\"}, of two different times");
            return otherwise;
        }
        return hours;
    }

    private static @Nullable LocalTime timeOfDay(JsonNode value) {
        if (!value.isTextual() || !TIME_OF_DAY.matcher(value.textValue()).matches()) {
            return null;
        }
        return LocalTime.parse(value.textValue());
    }

    private @Nullable Integer attemptsPerDay(@Nullable JsonNode value, @Nullable Integer otherwise) {
        if (value == null) {
            return otherwise;
        }
        if (value.isNull()) {
            return null;
        }
        if (!value.isIntegralNumber()
                || !value.canConvertToInt()
                || value.intValue() < 1
                || value.intValue() > MAX_ATTEMPTS) {
            wrong("policy." + ATTEMPTS, "must be a whole number between 1 and " + MAX_ATTEMPTS + ", or null");
            return otherwise;
        }
        return value.intValue();
    }

    private boolean suspended(boolean otherwise) {
        JsonNode value = document.get("suspended");
        if (value == null) {
            return otherwise;
        }
        if (!value.isBoolean()) {
            wrong("suspended", "must be true or false");
        }
        return value.booleanValue();
    }

    private Caps caps(Caps otherwise) {
        JsonNode value = document.get("caps");
        if (value == null) {
            return otherwise;
        }
        if (!(value instanceof ObjectNode caps)) {
            wrong("caps", "must be an object");
            return otherwise;
        }
        refuseUnknown(caps, CAPS, "caps.");
        return new Caps(
                (int) number(caps, "calls", otherwise.calls(), 0, 1_000_000),
                optional(caps, "cps", otherwise.cps()),
                number(caps, "leads", otherwise.leads(), 0, 10_000_000_000L),
                optional(caps, "api_rps", otherwise.apiRps()));
    }

    private @Nullable Integer optional(ObjectNode caps, String field, @Nullable Integer otherwise) {
        JsonNode value = caps.get(field);
        if (value == null) {
            return otherwise;
        }
        return value.isNull() ? null : (Integer) (int) number(caps, field, 1, 1, 1_000_000);
    }

    private long number(ObjectNode caps, String field, long otherwise, long least, long most) {
        JsonNode value = caps.get(field);
        if (value == null) {
            return otherwise;
        }
        if (!value.isIntegralNumber()
                || !value.canConvertToLong()
                || value.longValue() < least
                || value.longValue() > most) {
            wrong("caps." + field, "must be a whole number between " + least + " and " + most);
            return otherwise;
        }
        return value.longValue();
    }

    private <T> T text(String field, T otherwise, Function<String, T> read) {
        JsonNode value = document.get(field);
        if (value == null) {
            return otherwise;
        }
        if (!value.isTextual()) {
            wrong(field, "must be a text");
            return otherwise;
        }
        return read.apply(value.textValue());
    }

    private @Nullable List<String> texts(String field) {
        JsonNode value = document.get(field);
        if (value == null) {
            return null;
        }
        List<String> texts = new ArrayList<>();
        boolean isList = value.isArray();
        for (JsonNode element : value) {
            isList &= element.isTextual();
            texts.add(element.asText());
        }
        if (!isList) {
            wrong(field, "must be a list of texts");
            return null;
        }
        return texts;
    }

    private void refuseUnknownCountry(String field, String country) {
        if (!PhoneNumberUtil.getInstance().getSupportedRegions().contains(country)) {
            wrong(field, "\"" + country + "\" is no country code like VN");
        }
    }

    private void refuseUnknown(ObjectNode object, Set<String> known, String prefix) {
        object.fieldNames().forEachRemaining(field -> {
            if (!known.contains(field)) {
                wrong(prefix + field, "is not known; there are " + String.join(", ", new TreeSet<>(known)));
            }
        });
    }

    private void wrong(String field, String text) {
        violations.add(new Violation(field, text));
    }

    private void refuseIfWrong() {
        if (!violations.isEmpty()) {
            throw new Failure.Invalid(violations);
        }
    }
}
