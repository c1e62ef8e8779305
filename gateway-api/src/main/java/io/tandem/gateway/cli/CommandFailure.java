package io.tandem.gateway.cli;

/** A command that cannot do its work; the message is the sentence that the user reads. */
final class CommandFailure extends RuntimeException {

    CommandFailure(String sentence) {
        super(sentence, null, false, false);
    }
}
