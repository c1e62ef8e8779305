package io.tandem.translators.voipbin;

/**
 * How long texts may be, in UTF-16 characters. The contract names no limit; these hold every text that a person or program
 * means to send, and keep one object within what a row can hold on every database. (docs/decisions/0012)
 */
final class TextLengths {

    private static final int NAME = 255;
    private static final int ORDINARY = 4_096;
    private static final int FREE = 65_536;

    private TextLengths() {}

    static int mostOf(String field) {
        return switch (field) {
            case "name", "username", "target", "target_name" -> NAME;
            case "password" -> 1_024;
            case "data" -> FREE;
            default -> ORDINARY;
        };
    }
}
