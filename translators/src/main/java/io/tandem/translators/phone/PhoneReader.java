package io.tandem.translators.phone;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import io.tandem.campaigns.model.Destination.PhoneNumber;
import io.tandem.campaigns.model.Tenant;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads telephone numbers as people write them ({@code 0903 123 456}, {@code 84…}, {@code +84…}, with spaces, dots and
 * dashes) into E.164.
 *
 * <p>Written nationally, with the country code, or with it and a plus; with an international or a doubled prefix it is
 * none. A number of the home country must be one that its numbering plan assigns; of another country the tenant may call,
 * its length must be possible. (autocall-v3.md, D23)
 *
 * @param country region in which a number without a country code is read
 * @param allowedCountries regions that may be dialled
 */
public record PhoneReader(String country, Set<String> allowedCountries) {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final String ZERO = "0";
    /** {@code +84 (0)903 …}: the zero is dialled at home only. */
    private static final Pattern TRUNK_ASIDE = Pattern.compile("^(\\+[0-9]{1,3}) ?\\(0\\)");

    private static final int LONGEST_WRITTEN = 40;
    /** Digits, and the plus before them. (ITU-T E.164) */
    private static final int LONGEST_NUMBER = 16;

    public static PhoneReader of(Tenant tenant) {
        return new PhoneReader(tenant.country(), tenant.allowedCountries());
    }

    /** The number in E.164; empty if it is none, or none that the tenant may call. */
    public Optional<PhoneNumber> read(String written) {
        String digits = TRUNK_ASIDE.matcher(written.strip()).replaceFirst("$1").replaceAll("[\\s.\\-()\\u00a0]", "");
        if (digits.length() > LONGEST_WRITTEN || !digits.matches("\\+?[0-9]{3,15}")) {
            return Optional.empty();
        }
        String countryCode = String.valueOf(NUMBERS.getCountryCodeForRegion(country));
        if (isDialledPrefix(digits, countryCode)) {
            return Optional.empty();
        }
        boolean bareCountryCode = digits.startsWith(countryCode) && !digits.startsWith("0");
        if (!digits.startsWith("+") && bareCountryCode) {
            Optional<PhoneNumber> international = parse("+" + digits);
            if (international.isPresent()) {
                return international;
            }
        }
        return digits.startsWith("+") || digits.startsWith("0") ? parse(digits) : Optional.empty();
    }

    /**
     * {@code 0084…} and {@code 840…}: the one way too many of how a number begins. The parser would mend them; the
     * contract takes three forms and no more. (D23)
     */
    private boolean isDialledPrefix(String digits, String countryCode) {
        String trunk = NUMBERS.getNddPrefixForRegion(country, true);
        String bare = digits.startsWith("+") ? digits.substring(1) : digits;
        return digits.startsWith("00")
                || digits.startsWith("+0")
                || (ZERO.equals(trunk) && bare.startsWith(countryCode + ZERO));
    }

    /** Whether these digits begin as something does that people would take for a number. */
    boolean mayBegin(String digits) {
        if (digits.startsWith("+")) {
            return !digits.startsWith("+0");
        }
        return digits.startsWith(ZERO)
                ? !digits.startsWith("000")
                : digits.startsWith(String.valueOf(NUMBERS.getCountryCodeForRegion(country)));
    }

    /** Whether people would take these digits, whatever their prefix, for a number that this reads. */
    boolean wouldRead(String digits) {
        if (digits.length() > LONGEST_NUMBER + 2) {
            return false;
        }
        String countryCode = String.valueOf(NUMBERS.getCountryCodeForRegion(country));
        String bare = digits.startsWith("+") ? digits.substring(1) : digits;
        boolean doubled = bare.startsWith(countryCode + ZERO);
        return read(digits).isPresent()
                || (digits.startsWith("00") && read("+" + digits.substring(2)).isPresent())
                || (doubled && read(bare.substring(countryCode.length())).isPresent());
    }

    /** How many digits follow the country code; all of them if there is none. */
    static int nationalDigits(String e164) {
        try {
            return NUMBERS.getNationalSignificantNumber(NUMBERS.parse(e164, null))
                    .length();
        } catch (NumberParseException unknown) {
            return e164.length() - 1;
        }
    }

    /** A number of the home country, written with its code, as it is dialled within; anything else as it is written. */
    public String national(String written) {
        String code = "+" + NUMBERS.getCountryCodeForRegion(country);
        Optional<PhoneNumber> number = written.startsWith(code) ? read(written) : Optional.empty();
        return number.map(e164 -> ZERO + e164.text().substring(code.length()))
                .filter(dialled -> read(dialled).equals(number))
                .orElse(written);
    }

    private Optional<PhoneNumber> parse(String digits) {
        try {
            Phonenumber.PhoneNumber number = NUMBERS.parse(digits, country);
            String home = String.valueOf(NUMBERS.getRegionCodeForCountryCode(number.getCountryCode()));
            boolean isHome = number.getCountryCode() == NUMBERS.getCountryCodeForRegion(country);
            boolean good = isHome
                    ? NUMBERS.isValidNumber(number) && allows(country)
                    : NUMBERS.isPossibleNumber(number) && allows(home);
            return good
                    ? Optional.of(new PhoneNumber(NUMBERS.format(number, PhoneNumberFormat.E164)))
                    : Optional.empty();
        } catch (NumberParseException notANumber) {
            return Optional.empty();
        }
    }

    private boolean allows(String region) {
        return allowedCountries.contains(region);
    }
}
