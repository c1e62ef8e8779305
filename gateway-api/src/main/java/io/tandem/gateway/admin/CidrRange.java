package io.tandem.gateway.admin;

import io.netty.util.NetUtil;
import java.math.BigInteger;
import java.util.Optional;

/** Reads {@code address/bits}, IPv4 or IPv6, without ever asking a name server. */
final class CidrRange {

    private CidrRange() {}

    /** What is wrong with the text; empty if it is a range. */
    static Optional<String> fault(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return Optional.of("\"" + text + "\" is no range like 10.0.0.0/8");
        }
        byte[] address = NetUtil.createByteArrayFromIpAddressString(text.substring(0, slash));
        String bits = text.substring(slash + 1);
        if (address == null || !bits.matches("[0-9]{1,3}") || Integer.parseInt(bits) > address.length * Byte.SIZE) {
            return Optional.of("\"" + text + "\" is no range like 10.0.0.0/8");
        }
        int hostBits = address.length * Byte.SIZE - Integer.parseInt(bits);
        boolean isNetwork = new BigInteger(1, address)
                        .mod(BigInteger.ONE.shiftLeft(hostBits))
                        .signum()
                == 0;
        return isNetwork ? Optional.empty() : Optional.of("\"" + text + "\" has bits set beyond its prefix");
    }
}
