package io.tandem.tests.autocall;

import io.tandem.tests.Api;
import io.tandem.tests.Database;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Forms that are none, and content types of no body. (autocall-v3.md, D6) */
class BrokenFormsTest extends AutocallContract {

    private static final String FORM = "multipart/form-data; boundary=x";

    BrokenFormsTest() {
        super(Database.H2);
    }

    @Test
    void aFormWhoseContentTypeCannotBeReadIsABadRequest() {
        for (String type : List.of(
                "multipart/form-data; boundary=",
                "multipart/form-data; boundary",
                "multipart/form-data; boundary=\"",
                FORM + "; charset=zzz",
                FORM + "; charset=")) {
            for (String path : List.of("/v3/lead/file", "/v3/audio")) {
                assertBad(path, type, part("Content-Disposition: form-data; name=\"list_uuid\""));
            }
        }
    }

    @Test
    void aPartThatCannotBeReadIsABadRequest() {
        String named = "Content-Disposition: form-data; name=\"list_uuid\"";
        for (String headers : List.of(
                named + "\r\nContent-Type: text/plain; charset=zzz",
                named + "\r\nContent-Type: multipart/mixed",
                "Content-Disposition: form-data; name=\"file\"; filename*=UTF-8''%ZZ")) {
            assertBad("/v3/lead/file", FORM, part(headers));
        }
    }

    @Test
    void aPartWithoutANameIsNone() {
        for (String headers : List.of("Content-Type: text/plain", "Content-Disposition: form-data")) {
            Api.Answer answer = send("/v3/lead/file", FORM, part(headers));
            assertError(answer, 400, answer.text("/error"));
        }
    }

    /** Some clients name one in every request. */
    @Test
    void theContentTypeOfADeletionWithoutABodySaysNothing() {
        for (String type : List.of("application/x-www-form-urlencoded", "text/plain", FORM)) {
            String list = v3.list(v3.campaign("a" + type.length()));
            assertOk(api.withHeader("Content-Type", type).delete("/v3/list/" + list));
        }
    }

    private void assertBad(String path, String type, String body) {
        assertError(send(path, type, body), 400, "Bad Request");
    }

    private Api.Answer send(String path, String type, String body) {
        return api.send("POST", path, body.getBytes(StandardCharsets.UTF_8), type);
    }

    private static String part(String headers) {
        return "--x\r\n" + headers + "\r\n\r\nv\r\n--x--\r\n";
    }
}
