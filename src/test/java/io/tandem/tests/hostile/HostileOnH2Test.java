package io.tandem.tests.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.gateway.http.Dialect;
import io.tandem.tests.Api;
import io.tandem.tests.Database;
import io.tandem.tests.Route;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Beside the rest what never gets as far as a database, and is the same on all of them. */
class HostileOnH2Test extends Hostile {

    HostileOnH2Test() {
        super(Database.H2);
    }

    @Test
    void aBodyThatIsNoObjectIsRefusedAndNothingIsWritten() {
        for (Route route : writing()) {
            String before = shown(route);
            for (Bodies.Malformed body : Bodies.malformed(body(route))) {
                Api.Answer answer = send(route, body.bytes(), body.contentType());
                String what = route + " with " + body.what();
                ErrorShape.check(route.dialect(), what, answer);
                assertThat(shown(route)).as(what).isEqualTo(before);
            }
        }
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedAndNothingIsWritten() {
        for (Route route : writing()) {
            String before = shown(route);

            Api.Answer answer = send(route, Bodies.tooLarge(body(route)), "application/json");

            ErrorShape.check(route.dialect(), route + " with 11 MB", answer);
            assertThat(shown(route)).as("%s", route).isEqualTo(before);
        }
    }

    @Test
    void everyContentTypeIsTakenOrRefusedInShape() {
        for (Route route : writing()) {
            for (String type :
                    List.of("text/plain", "application/xml", "multipart/form-data", "nonsense", "a/b; c=\"")) {
                Api.Answer answer = send(route, body(route).toString().getBytes(StandardCharsets.UTF_8), type);
                clean(route, route + " as " + type, answer);
            }
        }
    }

    /** Commands read no body, and the file upload reads a form: whatever comes, it is answered in shape. */
    @Test
    void aRouteThatReadsNoJsonTakesOrRefusesItInShape() {
        for (Route route : routes.stream()
                .filter(Route::writes)
                .filter(r -> !r.takesJson())
                .toList()) {
            for (Bodies.Malformed body : Bodies.malformed(Api.object())) {
                for (String type :
                        List.of(body.contentType(), "multipart/form-data; boundary=x", "multipart/form-data")) {
                    clean(route, route + " with " + body.what() + " as " + type, send(route, body.bytes(), type));
                }
            }
        }
    }

    @Test
    void aPathThatCannotBeReadIsRefusedInShape() {
        for (Route route : routes) {
            for (String id :
                    List.of("%ZZ", "%", "%00", "%C0%80", "..%2F", "%F0%9F%98%80", "x".repeat(1500), "{}", "a b")) {
                String target = route.ids() == 0
                        ? route.template() + "/" + id
                        : route.path(Collections.nCopies(route.ids(), id));
                RawRequest.Answer answer = RawRequest.send(
                        gateway.gateway().url(),
                        route.method(),
                        target,
                        route.as(tenant).headers());
                String what = route.method() + " " + target;
                String type = answer.head()
                        .lines()
                        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-type:"))
                        .map(line -> line.substring(line.indexOf(':') + 1).strip())
                        .findFirst()
                        .orElse("");
                // A space ends the target: what is left of it is a path of nobody's, or no request at all.
                Dialect dialect = id.equals("a b") && answer.status() == 400 ? Dialect.GATEWAY : route.dialect();
                ErrorShape.check(dialect, what, answer.status(), type, answer.body());
            }
        }
    }
}
