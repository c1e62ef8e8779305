package io.tandem.translators.phone;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import io.tandem.campaigns.model.Destination.PhoneNumber;
import io.tandem.campaigns.model.Tenant;
import java.util.Optional;
import java.util.Set;

/**
 * Reads telephone numbers as people write them ({@code 0903 123 456}, {@code 84…}, {@code +84…}, with spaces, dots and
 * dashes) into E.164.
 *
 * <p>A number of the home country must be one that its numbering plan assigns; of another country the tenant may call,
 * its length must be possible. (autocall-v3.md, D23)
 *
 * @param country region in which a number without a country code is read
 * @param allowedCountries regions that may be dialled
 */
public record PhoneReader(String country, Set<String> allowedCountries) {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final int LONGEST_WRITTEN = 40;
    /** Digits, and the plus before them. (ITU-T E.164) */
    private static final int LONGEST_NUMBER = 16;

    public static PhoneReader of(Tenant tenant) {
        return new PhoneReader(tenant.country(), tenant.allowedCountries());
    }

    /** The number in E.164; empty if it is none, or none that the tenant may call. */
    public Optional<PhoneNumber> read(String written) {
        String digits = written.strip().replaceAll("[\\s.\\-()\\u00a0]", "");
        if (digits.length() > LONGEST_WRITTEN || !digits.matches("\\+?[0-9]{3,15}")) {
            return Optional.empty();
        }
        String countryCode = String.valueOf(NUMBERS.getCountryCodeForRegion(country));
        boolean bareCountryCode = digits.startsWith(countryCode) && !digits.startsWith("0");
        if (!digits.startsWith("+") && bareCountryCode) {
            Optional<PhoneNumber> international = parse("+" + digits);
            if (international.isPresent()) {
                return international;
            }
        }
        return digits.startsWith("+") || digits.startsWith("0") ? parse(digits) : Optional.empty();
    }

    /** Whether people would take these digits, whatever their prefix, for a number that this reads. */
    boolean wouldRead(String digits) {
        if (digits.length() > LONGEST_NUMBER + 2) {
            return false;
        }
        String countryCode = String.valueOf(NUMBERS.getCountryCodeForRegion(country));
        boolean doubled = digits.startsWith(countryCode + "0");
        return read(digits).isPresent()
                || (digits.startsWith("00") && read("+" + digits.substring(2)).isPresent())
                || (doubled && read(digits.substring(countryCode.length())).isPresent());
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
