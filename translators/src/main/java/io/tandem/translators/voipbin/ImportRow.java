package io.tandem.translators.voipbin;

import com.fasterxml.jackson.databind.JsonNode;

/** One row of a file of targets. (voipbin-v1.md, section 3 "bulk import") */
public sealed interface ImportRow {

    /** The file's line that it begins on, from 1; a header counts. */
    long line();

    /**
     * A row that could be read.
     *
     * @param body as the body of {@code POST /outdials/{id}/targets}
     */
    record Read(long line, JsonNode body) implements ImportRow {}

    /** A row that could not, with the reason as a sentence. */
    record Refused(long line, String reason) implements ImportRow {}
}
