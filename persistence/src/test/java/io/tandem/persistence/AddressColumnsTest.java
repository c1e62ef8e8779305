package io.tandem.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.campaigns.model.Address;
import io.tandem.campaigns.model.Destination;
import io.tandem.campaigns.model.Destination.NotDialable;
import io.tandem.campaigns.model.Destination.PhoneNumber;
import io.tandem.campaigns.model.Destination.SipAddress;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AddressColumnsTest {

    /** The form is stored: it may gain cases, and none may change. */
    @ParameterizedTest
    @MethodSource("stored")
    void readsAndWritesTheStoredForm(Destination destination, String text) {
        assertThat(AddressColumns.text(destination)).isEqualTo(text);
        assertThat(AddressColumns.destination(text)).isEqualTo(destination);
    }

    static Stream<Object[]> stored() {
        return Stream.of(
                new Object[] {new PhoneNumber("+84901234567"), "tel:+84901234567"},
                new Object[] {new SipAddress("sip:a@example.com"), "sip:a@example.com"},
                new Object[] {new SipAddress("sips:a@example.com"), "sips:a@example.com"},
                new Object[] {new NotDialable("", ""), "other::"},
                new Object[] {new NotDialable("agent", "a:b"), "other:agent:a:b"},
                new Object[] {new NotDialable("a:b%3A", "x"), "other:a%3Ab%253A:x"});
    }

    @Test
    void keepsLabelsOnlyOfAddressesThatHaveSome() {
        Address plain = Address.of(new PhoneNumber("+84901234567"));
        Address labelled = new Address(new PhoneNumber("+84901234567"), "0901234567", "", "Anna", "");

        assertThat(AddressColumns.labels(Map.of("0", plain))).isNull();
        assertThat(AddressColumns.labels(Map.of("0", plain, "3", labelled)))
                .isEqualTo("{\"3\":{\"written\":\"0901234567\",\"name\":\"Anna\"}}");
    }

    @Test
    void putsLabelsBackOntoTheirAddresses() {
        var labels = AddressColumns.readLabels(
                "{\"3\":{\"written\":\"0901234567\",\"target_name\":\"t\",\"detail\":\"d\"}}");

        assertThat(labels.address("3", "tel:+84901234567"))
                .isEqualTo(new Address(new PhoneNumber("+84901234567"), "0901234567", "t", "", "d"));
        assertThat(labels.address("0", "tel:+84901234567")).isEqualTo(Address.of(new PhoneNumber("+84901234567")));
        assertThat(labels.address("1", null)).isNull();
    }
}
