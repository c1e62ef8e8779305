package io.tandem.campaigns.model;

import java.util.regex.Pattern;

/** Where a call goes. */
public sealed interface Destination {

    /** What is dialled: E.164 with its plus, a SIP address, or the text that cannot be dialled, as sent. */
    String text();

    default boolean isDialable() {
        return !(this instanceof NotDialable);
    }

    /** A telephone number in E.164 form: a plus and up to 15 digits. */
    record PhoneNumber(String text) implements Destination {

        private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{2,14}");

        public PhoneNumber {
            if (!E164.matcher(text).matches()) {
                throw new IllegalArgumentException("not an E.164 number: " + text);
            }
        }
    }

    /** A SIP address, {@code sip:} or {@code sips:} and what follows. */
    record SipAddress(String text) implements Destination {

        private static final Pattern SIP = Pattern.compile("sips?:\\S+");

        public SipAddress {
            if (!SIP.matcher(text).matches()) {
                throw new IllegalArgumentException("not a SIP address: " + text);
            }
        }
    }

    /**
     * Kept and shown as sent; at its turn it ends as one INVALID_NUMBER attempt without a call. (mapping.md, route)
     *
     * @param type the kind of address the client named, empty if none
     */
    record NotDialable(String type, String text) implements Destination {}
}
