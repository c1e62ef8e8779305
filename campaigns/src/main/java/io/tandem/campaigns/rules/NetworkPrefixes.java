package io.tandem.campaigns.rules;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which mobile network a number belongs to, by the longest prefix that fits. Ported numbers are wrong by nature, so the
 * table is configuration. (autocall-v3.md, 2.1)
 *
 * @param networkByPrefix E.164 prefix (with plus) to network name
 */
public record NetworkPrefixes(Map<String, String> networkByPrefix) {

    /** Vietnam's prefixes by operator; everything else in the country is {@code offnet}. */
    public static final NetworkPrefixes VIETNAM = vietnam();

    private static final int LONGEST = 6;

    public NetworkPrefixes {
        networkByPrefix = Map.copyOf(networkByPrefix);
    }

    /** The network's name, empty if no prefix fits. */
    public String networkOf(String e164) {
        for (int length = Math.min(LONGEST, e164.length()); length > 0; length--) {
            String network = networkByPrefix.get(e164.substring(0, length));
            if (network != null) {
                return network;
            }
        }
        return "";
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
