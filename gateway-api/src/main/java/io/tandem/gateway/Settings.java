package io.tandem.gateway;

import io.tandem.campaigns.rules.NetworkPrefixes;
import io.tandem.persistence.DatabaseSettings;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an operator sets, typed and checked (design section 7). A variable that is empty counts as not set.
 *
 * @param port 0 for any free one
 * @param operatorToken bearer token of {@code /admin}; null closes it
 * @param dialer how calls are placed
 * @param simSpeed how many times faster than life simulated calls run
 * @param clock where campaign time is to start, null for the system's time
 * @param lease how long a tenant's owner is trusted without a heartbeat
 * @param maxTalk longest talk before the gateway hangs up
 * @param cps calls started per second by this replica, null for no limit
 * @param carrierJournal file for the simulated carrier's own record, null for none
 * @param networks which network a number belongs to
 * @param maxUploadBytes size of the largest file upload
 * @param rateLimits whether API requests and log-ins are limited
 */
public record Settings(
        int port,
        DatabaseSettings database,
        @Nullable String operatorToken,
        DialerKind dialer,
        double simSpeed,
        @Nullable Instant clock,
        Duration lease,
        Duration maxTalk,
        @Nullable Integer cps,
        @Nullable Path carrierJournal,
        NetworkPrefixes networks,
        long maxUploadBytes,
        boolean rateLimits) {

    private static final Pattern SIZE = Pattern.compile("([1-9][0-9]{0,5})\\s*(KB|MB|GB)", Pattern.CASE_INSENSITIVE);

    /** Ways to place calls. */
    public enum DialerKind {
        SIMULATED,
        SIP
    }

    /** Leaves out the secrets: the operator's token, the database and its passwords. */
    @Override
    public String toString() {
        return "Settings[port=" + port + ", dialer=" + dialer + "]";
    }

    /**
     * Reads the environment.
     *
     * @throws BadSetting naming the first variable that does not hold what it should
     */
    public static Settings of(Map<String, String> environment) {
        return new Settings(
                integer(environment, "TANDEM_PORT", 8080, 0, 65_535),
                database(environment),
                token(environment),
                dialer(environment),
                speed(environment),
                instant(environment),
                duration(
                        environment,
                        "TANDEM_LEASE",
                        Duration.ofSeconds(10),
                        Duration.ofMillis(500),
                        Duration.ofMinutes(10)),
                duration(
                        environment, "TANDEM_MAX_TALK", Duration.ofHours(1), Duration.ofSeconds(1), Duration.ofDays(1)),
                get(environment, "TANDEM_CPS") == null ? null : integer(environment, "TANDEM_CPS", 0, 1, 100_000),
                path(environment),
                networks(environment),
                size(environment),
                onOff(environment));
    }

    private static @Nullable String get(Map<String, String> environment, String name) {
        String value = environment.get(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    private static DatabaseSettings database(Map<String, String> environment) {
        DatabaseSettings database = new DatabaseSettings(
                get(environment, "TANDEM_DB_URL"),
                get(environment, "TANDEM_DB_USER"),
                get(environment, "TANDEM_DB_PASSWORD"),
                get(environment, "TANDEM_DB_OWNER_USER"),
                get(environment, "TANDEM_DB_OWNER_PASSWORD"),
                Path.of("data"));
        try {
            database.properties();
        } catch (IllegalArgumentException e) {
            throw new BadSetting("TANDEM_DB_URL cannot be used. " + e.getMessage());
        }
        return database;
    }

    private static @Nullable String token(Map<String, String> environment) {
        String token = get(environment, "TANDEM_OPERATOR_TOKEN");
        if (token != null && !token.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new BadSetting(
                    "TANDEM_OPERATOR_TOKEN may hold visible ASCII characters only: it travels in a header.");
        }
        return token;
    }

    private static DialerKind dialer(Map<String, String> environment) {
        String value = get(environment, "TANDEM_DIALER");
        if (value == null) {
            return DialerKind.SIMULATED;
        }
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "simulated" -> DialerKind.SIMULATED;
            case "sip" -> DialerKind.SIP;
            default -> throw new BadSetting("TANDEM_DIALER must be simulated or sip, not \"" + value + "\".");
        };
    }

    private static double speed(Map<String, String> environment) {
        String value = get(environment, "TANDEM_SIM_SPEED");
        if (value == null) {
            return 1;
        }
        try {
            double speed = Double.parseDouble(value);
            if (speed >= 0.001 && speed <= 100_000) {
                return speed;
            }
        } catch (NumberFormatException e) {
            // said below, together with what is out of range
        }
        throw new BadSetting("TANDEM_SIM_SPEED must be a number between 0.001 and 100000, not \"" + value + "\".");
    }

    private static int integer(Map<String, String> environment, String name, int otherwise, int least, int most) {
        String value = get(environment, name);
        if (value == null) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below, together with what is out of range
        }
        throw new BadSetting(
                name + " must be a whole number between " + least + " and " + most + ", not \"" + value + "\".");
    }

    private static @Nullable Instant instant(Map<String, String> environment) {
        String value = get(environment, "TANDEM_CLOCK");
        if (value == null) {
            return null;
        }
        try {
            return Instant.parse(value).truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeException e) {
            throw new BadSetting("TANDEM_CLOCK must be an instant like 2026-01-31T09:30:00Z, not \"" + value + "\".");
        }
    }

    private static Duration duration(
            Map<String, String> environment, String name, Duration otherwise, Duration least, Duration most) {
        String value = get(environment, name);
        if (value == null) {
            return otherwise;
        }
        try {
            Duration duration = Duration.parse(value);
            if (duration.compareTo(least) >= 0 && duration.compareTo(most) <= 0) {
                return duration;
            }
        } catch (DateTimeException e) {
            // said below, together with what is out of range
        }
        throw new BadSetting(name + " must be a duration like " + otherwise + ", between " + least + " and " + most
                + ", not \"" + value + "\".");
    }

    private static @Nullable Path path(Map<String, String> environment) {
        String value = get(environment, "TANDEM_CARRIER_JOURNAL");
        if (value == null) {
            return null;
        }
        try {
            return Path.of(value);
        } catch (InvalidPathException e) {
            throw new BadSetting("TANDEM_CARRIER_JOURNAL must be the path of a file, not \"" + value + "\".");
        }
    }

    private static NetworkPrefixes networks(Map<String, String> environment) {
        String value = get(environment, "TANDEM_NETWORK_PREFIXES");
        if (value == null) {
            return NetworkPrefixes.VIETNAM;
        }
        try {
            return NetworkPrefixes.parse(value);
        } catch (IllegalArgumentException e) {
            throw new BadSetting(
                    "TANDEM_NETWORK_PREFIXES must be networks and the prefixes of their numbers, like viettel=+8432,+8433;"
                            + "offnet=+84, but " + e.getMessage());
        }
    }

    private static long size(Map<String, String> environment) {
        String value = get(environment, "TANDEM_MAX_UPLOAD");
        if (value == null) {
            return 100L << 20;
        }
        Matcher size = SIZE.matcher(value);
        if (size.matches()) {
            long bytes = Long.parseLong(size.group(1))
                    << switch (size.group(2).toUpperCase(Locale.ROOT)) {
                        case "KB" -> 10;
                        case "MB" -> 20;
                        default -> 30;
                    };
            if (bytes <= 10L << 30) {
                return bytes;
            }
        }
        throw new BadSetting("TANDEM_MAX_UPLOAD must be a size like 100MB, at most 10GB, not \"" + value + "\".");
    }

    private static boolean onOff(Map<String, String> environment) {
        String value = get(environment, "TANDEM_RATE_LIMITS");
        if (value == null || value.equalsIgnoreCase("on")) {
            return true;
        }
        if (value.equalsIgnoreCase("off")) {
            return false;
        }
        throw new BadSetting("TANDEM_RATE_LIMITS must be on or off, not \"" + value + "\".");
    }
}
