package io.tandem.persistence;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.tandem.campaigns.model.Address;
import io.tandem.campaigns.model.Destination;
import io.tandem.campaigns.model.Destination.NotDialable;
import io.tandem.campaigns.model.Destination.PhoneNumber;
import io.tandem.campaigns.model.Destination.SipAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Addresses in columns: the destination as short text, and what was said of it beyond {@link Address#of} in one JSON
 * column a row, which most rows leave null.
 *
 * <p>The text is {@code tel:+84…}, {@code sip:…} or {@code sips:…} as it is, or {@code other:<type>:<as sent>}, with
 * {@code %} and {@code :} of the type as {@code %25} and {@code %3A}.
 */
final class AddressColumns {

    private static final String TEL = "tel:";
    private static final String OTHER = "other:";

    private AddressColumns() {}

    static @Nullable String text(@Nullable Address address) {
        return address == null ? null : text(address.destination());
    }

    static String text(Destination destination) {
        if (destination instanceof PhoneNumber) {
            return TEL + destination.text();
        }
        if (destination instanceof NotDialable other) {
            return OTHER + other.type().replace("%", "%25").replace(":", "%3A") + ':' + other.text();
        }
        return destination.text();
    }

    /** The column's text of a destination that can be dialled, by its own text. */
    static String ofDialable(String text) {
        return text.startsWith("+") ? TEL + text : text;
    }

    static Destination destination(String text) {
        if (text.startsWith(TEL)) {
            return new PhoneNumber(text.substring(TEL.length()));
        }
        if (text.startsWith(OTHER)) {
            int end = text.indexOf(':', OTHER.length());
            String type = text.substring(OTHER.length(), end);
            return new NotDialable(type.replace("%3A", ":").replace("%25", "%"), text.substring(end + 1));
        }
        return new SipAddress(text);
    }

    /** What the addresses say beyond their destinations, by a key that the caller chooses; null if nothing. */
    static @Nullable String labels(Map<String, Address> addresses) {
        Map<String, Label> labels = new LinkedHashMap<>();
        addresses.forEach((key, address) -> {
            if (!address.equals(Address.of(address.destination()))) {
                labels.put(key, Label.of(address));
            }
        });
        return labels.isEmpty() ? null : Documents.write(labels);
    }

    /** Reads a row's labels; empty if it has none. */
    static Labels readLabels(@Nullable String json) {
        return json == null ? Labels.NONE : Documents.read(json, Labels.class);
    }

    /** The labels of one row, by the key they were written under. */
    static final class Labels extends LinkedHashMap<String, Label> {

        static final Labels NONE = new Labels();

        @Nullable
        Address address(String key, @Nullable String text) {
            if (text == null) {
                return null;
            }
            Destination destination = destination(text);
            Label label = get(key);
            return label == null ? Address.of(destination) : label.onto(destination);
        }
    }

    /** The parts of an address that are not its default; null where they are. */
    record Label(
            @Nullable String written,
            @JsonProperty("target_name") @Nullable String targetName,
            @Nullable String name,
            @Nullable String detail) {

        static Label of(Address address) {
            return new Label(
                    address.written().equals(address.destination().text()) ? null : address.written(),
                    orNull(address.targetName()),
                    orNull(address.name()),
                    orNull(address.detail()));
        }

        Address onto(Destination destination) {
            return new Address(
                    destination,
                    written == null ? destination.text() : written,
                    orEmpty(targetName),
                    orEmpty(name),
                    orEmpty(detail));
        }

        private static @Nullable String orNull(String text) {
            return text.isEmpty() ? null : text;
        }

        private static String orEmpty(@Nullable String text) {
            return text == null ? "" : text;
        }
    }
}
