package io.tandem.translators.voipbin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tandem.campaigns.model.Address;
import io.tandem.campaigns.model.Carried;
import io.tandem.campaigns.model.Destination;
import io.tandem.campaigns.model.Destination.NotDialable;
import io.tandem.campaigns.model.Destination.PhoneNumber;
import io.tandem.campaigns.model.Destination.SipAddress;
import io.tandem.translators.phone.MaskedNumber;
import io.tandem.translators.phone.NumberMask;
import io.tandem.translators.phone.PhoneReader;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An address as this dialect writes it, five texts of which any may be empty. (voipbin-v1.md, 1.1)
 *
 * <p>What the hub keeps in another shape (a national number, an address that names no target) is carried as sent and
 * shown for as long as the hub's own value still comes from it.
 */
record WireAddress(String type, String target, String targetName, String name, String detail) {

    static final WireAddress UNSET = new WireAddress("", "", "", "", "");

    static final String TEL = "tel";
    static final String SIP = "sip";

    private static final Pattern PLUS_DIGITS = Pattern.compile("\\+[0-9]+");
    private static final Pattern SIP_SCHEME = Pattern.compile("(?i)sips?:.*");
    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{2,14}");

    /** The address in a field; absent, null and {@code {}} are {@link #UNSET}. A type that was left out is inferred. */
    static WireAddress read(Document document, String field) {
        return document.has(field) ? read(document.within(field, document.raw(field))) : UNSET;
    }

    static WireAddress read(Document address) {
        return new WireAddress(
                        address.text("type", ""),
                        address.text("target", ""),
                        address.text("target_name", ""),
                        address.text("name", ""),
                        address.text("detail", ""))
                .inferred();
    }

    static WireAddress of(@Nullable Address address) {
        return address == null
                ? UNSET
                : new WireAddress(
                        typeOf(address.destination()),
                        address.destination().text(),
                        address.targetName(),
                        address.name(),
                        address.detail());
    }

    /** With the target as the client wrote it. */
    static WireAddress asWritten(Address address) {
        return new WireAddress(
                typeOf(address.destination()),
                address.written(),
                address.targetName(),
                address.name(),
                address.detail());
    }

    /** As {@link #of(Address)}, but as this dialect said it if the value still comes from there. */
    static WireAddress of(@Nullable Address address, Carried carried, String field) {
        WireAddress canonical = of(address);
        String json = carried.get(CarriedWords.DIALECT, field);
        if (json == null) {
            return canonical;
        }
        WireAddress sent = read(Document.of(VoipbinJson.parse(json)));
        String written = address == null ? "" : address.written();
        boolean isStillSo = sent.target.equals(written) && (address == null || canonical.bears(sent));
        return isStillSo ? sent : canonical;
    }

    /** Its destination as the phone reader sees it; null if it names no target. */
    @Nullable
    Address toDestination(PhoneReader phones) {
        return toAddress(target -> phones.read(target).map(Destination.class::cast));
    }

    /** A caller id is shown, not called: any E.164 number will do, and any other text is handed on as it is. */
    @Nullable
    Address toCallerId() {
        return toAddress(
                target -> E164.matcher(target).matches() ? Optional.of(new PhoneNumber(target)) : Optional.empty());
    }

    private @Nullable Address toAddress(Function<String, Optional<Destination>> readNumber) {
        if (target.isEmpty()) {
            return null;
        }
        Optional<Destination> destination = switch (type) {
            case TEL -> readNumber.apply(target);
            case SIP -> readSip(target);
            default -> Optional.empty();
        };
        return new Address(
                destination.orElseGet(() -> new NotDialable(type, target)), target, targetName, name, detail);
    }

    /** An address of type sip may leave out the scheme, {@code user@host}. */
    private static Optional<Destination> readSip(String target) {
        boolean hasScheme = SIP_SCHEME.matcher(target).matches();
        String rest = target.substring(hasScheme ? target.indexOf(':') + 1 : 0);
        String scheme = hasScheme ? target.substring(0, target.indexOf(':')).toLowerCase(Locale.ROOT) : SIP;
        boolean isAddress = !rest.isEmpty() && rest.chars().noneMatch(Character::isWhitespace);
        return isAddress ? Optional.of(new SipAddress(scheme + ":" + rest)) : Optional.empty();
    }

    /** Keeps with {@code carried} what {@code address}, made from this, does not say; forgets what was there before. */
    Carried carry(Carried carried, String field, @Nullable Address address) {
        return carried.with(CarriedWords.DIALECT, field, equals(of(address)) ? null : VoipbinJson.text(toNode()));
    }

    private WireAddress inferred() {
        if (!type.isEmpty() || target.isEmpty()) {
            return this;
        }
        String found = PLUS_DIGITS.matcher(target).matches()
                ? TEL
                : SIP_SCHEME.matcher(target).matches() ? SIP : "";
        return new WireAddress(found, target, targetName, name, detail);
    }

    private boolean bears(WireAddress other) {
        return targetName.equals(other.targetName) && name.equals(other.name) && detail.equals(other.detail);
    }

    private static String typeOf(Destination destination) {
        if (destination instanceof PhoneNumber) {
            return TEL;
        }
        return destination instanceof NotDialable other ? other.type() : SIP;
    }

    /** With the number hidden, also where its labels have it. */
    WireAddress masked(NumberMask mask) {
        String label = targetName.equals(target) ? MaskedNumber.of(targetName) : mask.text(targetName);
        return new WireAddress(type, MaskedNumber.of(target), label, mask.text(name), mask.text(detail));
    }

    /** The newest form: empty keys are left out. */
    ObjectNode toNode() {
        return new Form()
                .textUnlessEmpty("type", type)
                .textUnlessEmpty("target", target)
                .textUnlessEmpty("target_name", targetName)
                .textUnlessEmpty("name", name)
                .textUnlessEmpty("detail", detail)
                .toNode();
    }
}
