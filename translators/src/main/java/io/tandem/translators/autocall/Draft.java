package io.tandem.translators.autocall;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** What a document is written to. */
interface Draft {

    /** Keeps what the hub has no word for; null forgets it. */
    void carry(String field, @Nullable JsonNode value);
}
