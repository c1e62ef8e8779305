package io.tandem.gateway.autocall;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.http.HttpResponse;

/** Answers that name what is missing, where the documents show another text than {@code Not Found}. (1.2) */
final class Answer {

    private Answer() {}

    record Refused(@JsonProperty("error") String error) {}

    static HttpResponse<Refused> notFound(String text) {
        return HttpResponse.notFound(new Refused(text));
    }

    static HttpResponse<Refused> refused(String text) {
        return HttpResponse.badRequest(new Refused(text));
    }

    /** Whether a text may be looked for: databases cannot hold U+0000, so nothing has it in its name. */
    static boolean isFindable(String text) {
        return text.indexOf('\0') < 0;
    }
}
