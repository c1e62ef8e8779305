package io.tandem.translators.autocall;

import io.tandem.campaigns.model.Disposition;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** v3's words for how a call ended. (mapping.md, "Dispositions"; autocall-v3.md, 2.6) */
public final class Dispositions {

    /** The nine that {@code recall_status} may list, in the documents' order. */
    static final Words<Disposition> RECALL = Words.of("answered", Disposition.ANSWERED)
            .and("busy", Disposition.BUSY)
            .and("failed", Disposition.FAILED)
            .and("no-answered", Disposition.NO_ANSWER)
            .and("not-available", Disposition.NOT_AVAILABLE)
            .and("voicemail", Disposition.VOICEMAIL)
            .and("invalid-number", Disposition.INVALID_NUMBER)
            .and("phone-block", Disposition.BLOCKED)
            .and("congestion", Disposition.CONGESTION);

    /** What a campaign calls again unless it says otherwise: the seed's eight, without {@code answered}. (D16) */
    static final List<Disposition> DEFAULT_AGAIN = List.of(
            Disposition.BUSY,
            Disposition.FAILED,
            Disposition.NO_ANSWER,
            Disposition.NOT_AVAILABLE,
            Disposition.VOICEMAIL,
            Disposition.INVALID_NUMBER,
            Disposition.BLOCKED,
            Disposition.CONGESTION);

    private Dispositions() {}

    /** The {@code status} of the attempt's CDR. */
    public static String status(Disposition disposition) {
        return switch (disposition) {
            case ANSWERED, ABANDONED -> "answered";
            case BUSY -> "busy";
            case NO_ANSWER -> "no-answered";
            case NOT_AVAILABLE -> "not-available";
            case INVALID_NUMBER -> "invalid-number";
            case BLOCKED -> "phone-block";
            case CONGESTION -> "congestion";
            case VOICEMAIL -> "voicemail";
            case FAILED, INTERRUPTED -> "failed";
            case CANCELLED -> "cancel";
        };
    }

    /** The {@code note} of the attempt's CDR: tells apart what {@code status} cannot. */
    public static String note(Disposition disposition) {
        return disposition == Disposition.ABANDONED ? "abandoned" : "";
    }

    /** The {@code recall_status} word; empty for what v3 cannot list. */
    public static Optional<String> recallWord(Disposition disposition) {
        String word = RECALL.word(disposition, "");
        return word.isEmpty() ? Optional.empty() : Optional.of(word);
    }

    /** The disposition of a {@code recall_status} word, null if there is none. */
    static @Nullable Disposition ofRecallWord(String word) {
        return RECALL.read(word);
    }
}
