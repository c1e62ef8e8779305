package io.tandem.translators.autocall;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * IPv4 addresses in every spelling that clients resolve without a look-up: {@code 127.0.0.1}, {@code 127.1},
 * {@code 2130706433}, {@code 0x7f.0.0.1}, {@code 0177.0.0.1}. (the host parser of the WHATWG URL standard)
 */
final class IpLiteral {

    private static final Pattern NUMBER = Pattern.compile("0[xX][0-9a-fA-F]*|[0-9]+");
    private static final int LONGEST_NUMBER = 14;

    private IpLiteral() {}

    /** Whether the host is meant as an IPv4 address: its last label is a number. */
    static boolean looksNumeric(String host) {
        String dotless = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        return NUMBER.matcher(dotless.substring(dotless.lastIndexOf('.') + 1)).matches();
    }

    /** The four bytes; empty if the text is no such address. */
    static Optional<byte[]> v4(String host) {
        String dotless = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        String[] parts = dotless.split("\\.", -1);
        if (parts.length > 4) {
            return Optional.empty();
        }
        long address = 0;
        for (int i = 0; i < parts.length; i++) {
            boolean last = i == parts.length - 1;
            long most = last ? (1L << (8 * (4 - i))) - 1 : 255;
            long number = number(parts[i]);
            if (number < 0 || number > most) {
                return Optional.empty();
            }
            address += last ? number : number << (8 * (3 - i));
        }
        return Optional.of(
                new byte[] {(byte) (address >> 24), (byte) (address >> 16), (byte) (address >> 8), (byte) address});
    }

    private static long number(String part) {
        if (part.length() > LONGEST_NUMBER || !NUMBER.matcher(part).matches()) {
            return -1;
        }
        try {
            if (part.startsWith("0x") || part.startsWith("0X")) {
                return part.length() == 2 ? 0 : Long.parseLong(part.substring(2), 16);
            }
            boolean octal = part.length() > 1 && part.startsWith("0");
            return Long.parseLong(part, octal ? 8 : 10);
        } catch (NumberFormatException notInThatBase) {
            return -1;
        }
    }
}
