package io.tandem.translators.phone;

import io.tandem.campaigns.model.Address;
import io.tandem.campaigns.model.Destination;
import io.tandem.campaigns.model.Destination.PhoneNumber;
import io.tandem.campaigns.model.Destination.SipAddress;
import io.tandem.translators.phone.Digits.Gap;
import io.tandem.translators.phone.Digits.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A number that a target has, as it is looked for in texts: with or without the country code or the zero that stands for
 * it, with anything but letters between its digits.
 *
 * @param telling so many of its last digits tell it from others, whatever stands around them
 */
record OwnNumber(String digits, int telling) {

    private static final Pattern NO_DIGIT = Pattern.compile("[^0-9]");

    private static final int MOST_TELLING = 9;
    private static final int MOST_DIGITS = 15;

    /** A part that stands alone: digits, and without zeros before. */
    private static final int SHORTEST_PART = 7;

    private static final int SHORTEST = 5;

    /** Numbers, also such as cannot be called; the digits of SIP addresses are none. */
    static List<OwnNumber> of(Collection<? extends @Nullable Address> addresses) {
        return addresses.stream()
                .filter(Objects::nonNull)
                .map(Address::destination)
                .filter(destination -> !(destination instanceof SipAddress))
                .map(OwnNumber::of)
                .filter(number -> number.digits.length() >= SHORTEST)
                .distinct()
                .toList();
    }

    private static OwnNumber of(Destination destination) {
        String all = NO_DIGIT.matcher(destination.text()).replaceAll("");
        String digits = all.substring(Math.max(0, all.length() - MOST_DIGITS));
        int within = destination instanceof PhoneNumber number
                ? PhoneReader.nationalDigits(number.text())
                : withoutZeros(digits).length();
        return new OwnNumber(digits, Math.min(MOST_TELLING, within < SHORTEST ? digits.length() : within));
    }

    private static String withoutZeros(String digits) {
        int from = 0;
        while (from < digits.length() && digits.charAt(from) == '0') {
            from++;
        }
        return digits.substring(from);
    }

    List<Span> in(Digits text) {
        List<Span> found = new ArrayList<>();
        int end;
        for (int start = 0; start < text.size(); start = end) {
            end = text.end(start, Gap.SIGN);
            search(text, start, end, found);
        }
        return found;
    }

    private void search(Digits text, int start, int end, List<Span> found) {
        int free = start;
        for (int last = start; last < end; last++) {
            int same = sameBefore(text, free, last, digits);
            int from = -1;
            if (same >= telling && telling >= SHORTEST_PART) {
                from = text.groupStart(withPrefix(text, free, last - same, same));
            } else if (same >= SHORTEST && text.endsGroup(last)) {
                from = part(text, free, last, same);
            }
            if (from >= 0) {
                int to = text.groupEnd(last);
                found.add(text.span(from, to));
                free = to;
                last = to - 1;
            }
        }
    }

    /** So many digits up to {@code last}, and none before {@code free}, are the last ones of the number. */
    private static int sameBefore(Digits text, int free, int last, String number) {
        int most = Math.min(number.length(), last - free + 1);
        int same = 0;
        while (same < most && text.at(last - same) == number.charAt(number.length() - 1 - same)) {
            same++;
        }
        return same;
    }

    /** The first digit of the number together with the zeros and the country code before what was found. */
    private int withPrefix(Digits text, int free, int before, int same) {
        int at = skipZeros(text, free, before);
        String code = digits.substring(0, digits.length() - same);
        if (!code.isEmpty() && sameBefore(text, free, at, code) == code.length()) {
            at = skipZeros(text, free, at - code.length());
        }
        return at + 1;
    }

    /** Zeros of the same group, or one or two that stand apart. */
    private static int skipZeros(Digits text, int free, int from) {
        int at = from;
        while (at >= free && text.at(at) == '0' && !text.beginsGroup(at + 1)) {
            at--;
        }
        if (at < from || at < free || text.at(at) != '0') {
            return at;
        }
        int group = text.groupStart(at);
        boolean isPrefix = group == at || (group == at - 1 && text.at(group) == '0');
        return isPrefix ? group - 1 : at;
    }

    /** Where the groups begin that are nothing but the end of the number, and zeros before it; -1 if they are not. */
    private int part(Digits text, int free, int last, int same) {
        int shortest = Math.min(SHORTEST_PART, telling);
        if (telling < SHORTEST_PART && same < telling) {
            return -1;
        }
        int first = withPrefix(text, free, last - same, same);
        while (first <= last - shortest + 1) {
            if (text.beginsGroup(first)) {
                return first;
            }
            first++;
        }
        return -1;
    }
}
