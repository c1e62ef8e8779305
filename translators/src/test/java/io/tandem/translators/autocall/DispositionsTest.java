package io.tandem.translators.autocall;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.campaigns.model.Disposition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DispositionsTest {

    @ParameterizedTest
    @CsvSource({
        "ANSWERED,       answered,       answered,       ''",
        "BUSY,           busy,           busy,           ''",
        "NO_ANSWER,      no-answered,    no-answered,    ''",
        "NOT_AVAILABLE,  not-available,  not-available,  ''",
        "INVALID_NUMBER, invalid-number, invalid-number, ''",
        "BLOCKED,        phone-block,    phone-block,    ''",
        "CONGESTION,     congestion,     congestion,     ''",
        "VOICEMAIL,      voicemail,      voicemail,      ''",
        "FAILED,         failed,         failed,         ''",
        "ABANDONED,      answered,       '',             abandoned",
        "CANCELLED,      cancel,         '',             ''",
        "INTERRUPTED,    failed,         '',             ''",
    })
    void hasTheWordsOfTheMapping(Disposition disposition, String status, String recall, String note) {
        assertThat(Dispositions.status(disposition)).isEqualTo(status);
        assertThat(Dispositions.recallWord(disposition).orElse("")).isEqualTo(recall);
        assertThat(Dispositions.note(disposition)).isEqualTo(note);
        if (!recall.isEmpty()) {
            assertThat(Dispositions.ofRecallWord(recall)).isEqualTo(disposition);
        }
    }

    @Test
    void defaultIsTheSeedsEightInItsOrder() {
        assertThat(RecallStatus.show(Dispositions.DEFAULT_AGAIN))
                .containsExactly(
                        "busy",
                        "failed",
                        "no-answered",
                        "not-available",
                        "voicemail",
                        "invalid-number",
                        "phone-block",
                        "congestion");
    }
}
