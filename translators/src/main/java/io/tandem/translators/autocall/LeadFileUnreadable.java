package io.tandem.translators.autocall;

/** A whole file of leads is given up; the message is a sentence for the person who uploaded it. */
public final class LeadFileUnreadable extends RuntimeException {

    LeadFileUnreadable(String sentence) {
        super(sentence);
    }

    LeadFileUnreadable(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
