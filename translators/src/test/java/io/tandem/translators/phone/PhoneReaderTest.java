package io.tandem.translators.phone;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.campaigns.model.Destination.PhoneNumber;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneReaderTest {

    private final PhoneReader reader = new PhoneReader("VN", Set.of("VN", "KR"));

    @ParameterizedTest
    @CsvSource({
        "0349719999, +84349719999",
        "84349719999, +84349719999",
        "+84349719999, +84349719999",
        "02873003586, +842873003586",
        "0903.123.456, +84903123456",
        "' 0903 123 456 ', +84903123456",
        "+84 (0)903-123-456, +84903123456",
        "+821021656521, +821021656521",
    })
    void readsWhatPeopleWrite(String written, String e164) {
        assertThat(reader.read(written)).contains(new PhoneNumber(e164));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "123",
                "abc",
                "0",
                "00000000000",
                "034971999",
                "03497199999",
                "+15559876543",
                "+",
                "84",
                "0084349719999",
                "840349719999",
                "84 0349719999",
                "+840349719999",
                "+0084349719999"
            })
    void refusesWhatCannotBeCalled(String written) {
        assertThat(reader.read(written)).isEmpty();
    }
}
