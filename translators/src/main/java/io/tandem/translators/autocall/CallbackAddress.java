package io.tandem.translators.autocall;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where webhooks may go: absolute http and https addresses whose host is globally reachable, or in the tenant's
 * allow-list. (design section 6, "Webhooks")
 *
 * <p>Looks nothing up: a name is accepted here and judged once it is resolved, by {@link #mayConnect}.
 */
public final class CallbackAddress {

    /** Empty, or an address that webhooks may go to. */
    static final Check CHECK = Checks.orEmpty((sent, site) -> {
        if (!sent.isTextual()) {
            return site.fault(Wording.wrongType("string", sent));
        }
        return refusal(sent.textValue(), site.tenant().callbackAllowList())
                .map(site::fault)
                .orElse(sent);
    });

    private static final int LONGEST = 2048;
    private static final Pattern AUTHORITY =
            Pattern.compile("(?:[^@]*@)?(\\[[^\\]]*\\]|[^:@\\[\\]]+)(?::([0-9]{0,5}))?");
    private static final Pattern HOST_NAME = Pattern.compile("[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_.])?");
    private static final int MOST_PORT = 65_535;
    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    private static final List<AddressRange> NOT_REACHABLE_V4 = ranges(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4");
    /** Global unicast, less what of it is assigned to protocols and documents. */
    private static final AddressRange REACHABLE_V6 = AddressRange.known("2000::/3");

    private static final List<AddressRange> NOT_REACHABLE_V6 = ranges("2001::/23", "2001:db8::/32", "3fff::/20");
    private static final AddressRange SIX_TO_FOUR = AddressRange.known("2002::/16");
    private static final AddressRange NAT64 = AddressRange.known("64:ff9b::/96");
    private static final byte[] MAPPED = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte) 0xff, (byte) 0xff};

    private CallbackAddress() {}

    /** Why webhooks may not go to the address, in words; empty if they may. */
    public static Optional<String> refusal(String url, List<String> allowList) {
        URI uri;
        try {
            uri = new URI(url);
        } catch (URISyntaxException malformed) {
            return Optional.of(Wording.notFormat("uri"));
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        String authority = uri.getRawAuthority();
        if (scheme.isEmpty() || authority == null) {
            return Optional.of(Wording.notFormat("uri"));
        }
        if (!scheme.equals("http") && !scheme.equals("https")) {
            return Optional.of(Wording.mismatch("^https?://"));
        }
        if (url.length() > LONGEST) {
            return Optional.of(Wording.shorterThan(LONGEST));
        }
        Matcher parts = AUTHORITY.matcher(authority);
        if (!parts.matches() || !isPort(parts.group(2))) {
            return Optional.of(Wording.notFormat("uri"));
        }
        return refusalOfHost(parts.group(1), allowList);
    }

    /** Whether a resolved address may be connected to. */
    public static boolean mayConnect(InetAddress address, List<String> allowList) {
        return mayConnect(address.getAddress(), allowList);
    }

    private static Optional<String> refusalOfHost(String host, List<String> allowList) {
        if (host.startsWith("[")) {
            String literal = host.substring(1, host.length() - 1);
            boolean scoped = literal.indexOf('%') >= 0;
            Optional<byte[]> address = literal.indexOf(':') < 0 || scoped ? Optional.empty() : AddressRange.v6(literal);
            return judge(address, allowList);
        }
        if (IpLiteral.looksNumeric(host)) {
            return judge(IpLiteral.v4(host), allowList);
        }
        if (!HOST_NAME.matcher(host).matches() || host.contains("..")) {
            return Optional.of(Wording.notFormat("uri"));
        }
        return isLocalhost(host) ? judge(Optional.of(LOOPBACK), allowList) : Optional.empty();
    }

    private static Optional<String> judge(Optional<byte[]> address, List<String> allowList) {
        if (address.isEmpty()) {
            return Optional.of(Wording.notFormat("uri"));
        }
        return mayConnect(address.get(), allowList)
                ? Optional.empty()
                : Optional.of("the address is not globally reachable");
    }

    private static boolean mayConnect(byte[] address, List<String> allowList) {
        Optional<byte[]> inner = embeddedV4(address);
        boolean listed = allowList.stream()
                .map(AddressRange::of)
                .flatMap(Optional::stream)
                .anyMatch(range ->
                        range.contains(address) || inner.filter(range::contains).isPresent());
        return listed || isReachable(inner.orElse(address));
    }

    private static boolean isReachable(byte[] address) {
        List<AddressRange> refused = address.length == 4 ? NOT_REACHABLE_V4 : NOT_REACHABLE_V6;
        return (address.length == 4 || REACHABLE_V6.contains(address))
                && refused.stream().noneMatch(range -> range.contains(address));
    }

    /** The IPv4 address that a mapped, 6to4 or NAT64 one leads to. */
    private static Optional<byte[]> embeddedV4(byte[] address) {
        if (SIX_TO_FOUR.contains(address)) {
            return Optional.of(Arrays.copyOfRange(address, 2, 6));
        }
        boolean mapped = address.length == 16 && Arrays.equals(Arrays.copyOf(address, MAPPED.length), MAPPED);
        return mapped || NAT64.contains(address) ? Optional.of(Arrays.copyOfRange(address, 12, 16)) : Optional.empty();
    }

    /** Names of this machine on every system. (RFC 6761, 6.3) */
    private static boolean isLocalhost(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        String dotless = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        return dotless.equals("localhost") || dotless.endsWith(".localhost");
    }

    private static boolean isPort(@Nullable String digits) {
        return digits == null
                || digits.isEmpty()
                || (Integer.parseInt(digits) > 0 && Integer.parseInt(digits) <= MOST_PORT);
    }

    private static List<AddressRange> ranges(String... texts) {
        return Arrays.stream(texts).map(AddressRange::known).toList();
    }
}
