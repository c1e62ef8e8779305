package io.tandem.campaigns.rules;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which mobile network a number belongs to, by the longest prefix that fits. Ported numbers are wrong by nature, so the
 * table is configuration, and a target may say otherwise. (autocall-v3.md, 2.1)
 *
 * @param networkByPrefix E.164 prefix (with plus) to network name
 */
public record NetworkPrefixes(Map<String, String> networkByPrefix) implements Networks {

    /** The networks that channels can be given to; a table names no other. */
    public static final List<String> NAMES = List.of("viettel", "mobi", "vina", "tel", "offnet");

    /** Vietnam's prefixes by operator; everything else in the country is {@code offnet}. */
    public static final NetworkPrefixes VIETNAM = vietnam();

    private static final int LONGEST = 16;
    private static final Pattern PREFIX = Pattern.compile("\\+?[1-9][0-9]{0,14}");

    public NetworkPrefixes {
        networkByPrefix = Map.copyOf(networkByPrefix);
    }

    @Override
    public String networkOf(String e164) {
        for (int length = Math.min(LONGEST, e164.length()); length > 0; length--) {
            String network = networkByPrefix.get(e164.substring(0, length));
            if (network != null) {
                return network;
            }
        }
        return "";
    }

    /**
     * Reads a table as {@link #text} writes it; spaces and the plus are optional.
     *
     * @throws IllegalArgumentException saying in words what is wrong with it
     */
    public static NetworkPrefixes parse(String text) {
        Map<String, String> table = new LinkedHashMap<>();
        for (String part : text.split(";", -1)) {
            int equals = part.indexOf('=');
            String name = equals < 0 ? part.strip() : part.substring(0, equals).strip();
            if (!NAMES.contains(name)) {
                throw new IllegalArgumentException(
                        "\"" + name + "\" is not a network; there are " + String.join(", ", NAMES) + ".");
            }
            if (equals < 0) {
                throw new IllegalArgumentException("\"" + name + "\" has no prefixes.");
            }
            for (String prefix : part.substring(equals + 1).split(",", -1)) {
                String digits = prefix.strip();
                if (!PREFIX.matcher(digits).matches()) {
                    throw new IllegalArgumentException("\"" + digits + "\" of " + name
                            + " is not the beginning of an international number, like +8490.");
                }
                String key = digits.startsWith("+") ? digits : "+" + digits;
                if (table.put(key, name) != null) {
                    throw new IllegalArgumentException("the prefix " + key + " stands twice.");
                }
            }
        }
        return new NetworkPrefixes(table);
    }

    /** The table in one line, {@code viettel=+8432,+8433;mobi=+8470}; equal tables have equal texts. */
    public String text() {
        Map<Integer, List<String>> byNetwork = networkByPrefix.keySet().stream()
                .sorted()
                .collect(Collectors.groupingBy(
                        prefix -> NAMES.indexOf(networkByPrefix.get(prefix)), TreeMap::new, Collectors.toList()));
        return byNetwork.entrySet().stream()
                .map(network -> NAMES.get(network.getKey()) + "=" + String.join(",", network.getValue()))
                .collect(Collectors.joining(";"));
    }

    private static NetworkPrefixes vietnam() {
        Map<String, String> table = new LinkedHashMap<>();
        put(table, "viettel", "32", "33", "34", "35", "36", "37", "38", "39", "86", "96", "97", "98");
        put(table, "mobi", "70", "76", "77", "78", "79", "89", "90", "93");
        put(table, "vina", "81", "82", "83", "84", "85", "88", "91", "94");
        put(table, "tel", "2");
        put(table, "offnet", "");
        return new NetworkPrefixes(table);
    }

    private static void put(Map<String, String> table, String network, String... prefixes) {
        for (String prefix : prefixes) {
            table.put("+84" + prefix, network);
        }
    }
}
