package io.tandem.translators.autocall;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.tandem.campaigns.model.Destination;
import io.tandem.campaigns.model.Tenant;
import io.tandem.translators.phone.PhoneReader;

/** A number of which only the ends are shown. (autocall-v3.md, 2.9, {@code enable_encrypt}) */
public final class MaskedNumber {

    private static final int SHOWN_AT_START = 3;
    private static final int SHOWN_AT_END = 2;

    private MaskedNumber() {}

    /** {@code 0349719999} as {@code 034*****99}; a text of five characters or less is all stars. */
    public static String of(String number) {
        int hidden = number.length() - SHOWN_AT_START - SHOWN_AT_END;
        if (hidden <= 0) {
            return "*".repeat(number.length());
        }
        return number.substring(0, SHOWN_AT_START)
                + "*".repeat(hidden)
                + number.substring(number.length() - SHOWN_AT_END);
    }

    /** The object with every text in it that is this number, however it is written, masked. */
    static ObjectNode within(ObjectNode data, Destination number, Tenant tenant) {
        PhoneReader reader = PhoneReader.of(tenant);
        ObjectNode masked = data.deepCopy();
        data.properties().forEach(member -> {
            String text = member.getValue().asText("");
            boolean same = reader.read(text).filter(number::equals).isPresent();
            if (same) {
                masked.set(member.getKey(), TextNode.valueOf(of(text)));
            }
        });
        return masked;
    }
}
