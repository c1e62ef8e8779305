package io.tandem.translators.phone;

import io.tandem.campaigns.model.Address;
import io.tandem.campaigns.model.Destination.SipAddress;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds what may be telephone numbers in texts. */
final class WrittenNumbers {

    /**
     * Digits as people write a number: with spaces, dots, dashes and brackets between. No more of them at once than the
     * matcher, which goes one call deeper for each, can bear.
     */
    private static final Pattern WRITTEN = Pattern.compile("\\+?[0-9](?:[ .()\\-\\u00a0]{0,2}[0-9]){6,39}");

    private static final Pattern NO_DIGIT = Pattern.compile("[^0-9]");
    private static final Pattern SEPARATOR = Pattern.compile("[ .()\\-\\u00a0]+");

    /** So many of its last digits tell a number from others, whatever stands around them. */
    private static final int TELLING = 9;

    private static final int SHORTEST = 5;

    /** Nobody writes a number in more groups of digits. */
    private static final int MOST_GROUPS = 12;

    private WrittenNumbers() {}

    static String replace(String text, UnaryOperator<String> by) {
        return WRITTEN.matcher(text).replaceAll(found -> Matcher.quoteReplacement(by.apply(found.group())));
    }

    /** Numbers, also such as cannot be called; the digits of other addresses are none. */
    static List<String> digitsOf(Collection<? extends @Nullable Address> addresses) {
        return addresses.stream()
                .filter(Objects::nonNull)
                .map(Address::destination)
                .filter(destination -> !(destination instanceof SipAddress))
                .map(destination -> digits(destination.text()))
                .filter(digits -> digits.length() >= SHORTEST)
                .toList();
    }

    private static String digits(String written) {
        return NO_DIGIT.matcher(written).replaceAll("");
    }

    /** With or without the country code or the zero that stands for it; also among other digits. */
    static boolean isOneOf(String written, Collection<String> numbers) {
        String digits = digits(written);
        for (String number : numbers) {
            if (number.length() >= TELLING && digits.contains(number.substring(number.length() - TELLING))) {
                return true;
            }
        }
        int from = 0;
        while (from < digits.length() && digits.charAt(from) == '0') {
            from++;
        }
        String significant = digits.substring(from);
        return significant.length() >= SHORTEST && numbers.stream().anyMatch(number -> number.endsWith(significant));
    }

    /** Whether some groups of digits that stand together are a number that can be called. */
    static boolean hasNumber(String written, PhoneReader phones) {
        String[] groups = SEPARATOR.split(written, -1);
        for (int first = 0; first < groups.length; first++) {
            StringBuilder joined = new StringBuilder();
            for (int last = first; last < groups.length && last < first + MOST_GROUPS; last++) {
                joined.append(groups[last]);
                if (phones.wouldRead(joined.toString())) {
                    return true;
                }
            }
        }
        return false;
    }
}
