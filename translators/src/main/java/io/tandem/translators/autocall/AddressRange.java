package io.tandem.translators.autocall;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/**
 * A CIDR range of IPv4 (4 bytes) or IPv6 (16 bytes) addresses.
 *
 * @param network the first address; of length 4 or 16
 * @param bits how many leading bits an address shares with it
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never handed out
record AddressRange(byte[] network, int bits) {

    /** Reads {@code 10.0.0.0/8}, {@code fd00::/8} or a single address; empty if it is none. Looks nothing up. */
    static Optional<AddressRange> of(String text) {
        int slash = text.indexOf('/');
        String address = slash < 0 ? text : text.substring(0, slash);
        Optional<byte[]> network = parse(address);
        if (network.isEmpty()) {
            return Optional.empty();
        }
        int longest = network.get().length * 8;
        String length = slash < 0 ? String.valueOf(longest) : text.substring(slash + 1);
        if (!length.matches("[0-9]{1,3}") || Integer.parseInt(length) > longest) {
            return Optional.empty();
        }
        return Optional.of(new AddressRange(network.get(), Integer.parseInt(length)));
    }

    static AddressRange known(String text) {
        return of(text).orElseThrow(() -> new IllegalArgumentException(text));
    }

    boolean contains(byte[] address) {
        if (address.length != network.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % 8);
            if ((address[bit / 8] & mask) != (network[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }

    private static Optional<byte[]> parse(String address) {
        if (address.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}")) {
            return IpLiteral.v4(address);
        }
        return address.indexOf(':') >= 0 && address.indexOf('%') < 0 ? v6(address) : Optional.empty();
    }

    /** Reads an IPv6 literal; a text with a colon is never looked up. An IPv4-mapped one gives four bytes. */
    static Optional<byte[]> v6(String address) {
        try {
            return Optional.of(InetAddress.getByName(address).getAddress());
        } catch (UnknownHostException notAnAddress) {
            return Optional.empty();
        }
    }
}
