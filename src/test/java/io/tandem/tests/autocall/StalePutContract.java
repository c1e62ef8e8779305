package io.tandem.tests.autocall;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tandem.tests.Api;
import io.tandem.tests.Database;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** A client may ask that its PUT does nothing when the campaign is no more what it has read. (autocall-v3.md, D8) */
abstract class StalePutContract extends AutocallContract {

    StalePutContract(Database database) {
        super(database);
    }

    private Api.Answer read(String campaign) {
        return api.get("/v3/campaign/" + campaign);
    }

    @Test
    void writesWhatWasReadLastOnly() {
        String campaign = v3.campaign("a", "concurrent_call", 1);
        Api.Answer before = read(campaign);
        String tag = before.header("ETag");
        assertThat(tag).matches("\"[0-9a-f]{32}\"").isEqualTo(read(campaign).header("ETag"));
        ObjectNode sent = (ObjectNode) before.json();

        assertOk(api.withHeader("If-Match", tag).put("/v3/campaign/" + campaign, sent.put("description", "one")));
        v3.start(campaign);
        String running = read(campaign).header("ETag");
        assertError(
                api.withHeader("If-Match", tag).put("/v3/campaign/" + campaign, sent.put("description", "two")),
                412,
                "Precondition Failed");

        assertThat(v3.shown(campaign).path("description").asText()).isEqualTo("one");
        assertThat(v3.shown(campaign).path("status").asText()).isEqualTo("start");
        Api both = api.withHeader("If-Match", "\"other\", " + running);
        assertOk(both.put("/v3/campaign/" + campaign, Api.object("campaign_name", "a", "type", "autocall")));
        assertOk(api.withHeader("If-Match", "*").put("/v3/campaign/" + campaign, v3.shown(campaign)));
    }

    @Test
    void writesWhatIsUnchangedSinceOnly() {
        String campaign = v3.campaign("a");
        String date = read(campaign).header("Last-Modified");
        ObjectNode sent = Api.object("campaign_name", "a", "type", "autocall", "description", "late");

        assertError(
                api.withHeader("If-Unmodified-Since", "Tue, 01 Jan 2030 00:00:00 GMT")
                        .put("/v3/campaign/" + campaign, sent),
                412,
                "Precondition Failed");
        assertThat(v3.shown(campaign).path("description").asText()).isEmpty();
        assertOk(api.withHeader("If-Unmodified-Since", date).put("/v3/campaign/" + campaign, sent));
        assertOk(api.withHeader("If-Unmodified-Since", "yesterday").put("/v3/campaign/" + campaign, sent));
    }

    @Test
    void logsAPutThatMovesTheStatus() {
        String campaign = v3.campaign("secret name", "concurrent_call", 1);
        Logger log = (Logger) LoggerFactory.getLogger("io.tandem.gateway.autocall.CampaignController");
        ListAppender<ILoggingEvent> appender = new ListAppender<>();
        appender.start();
        log.setLevel(Level.INFO);
        log.addAppender(appender);
        try {
            assertOk(v3.edit(campaign, "status", "start"));
            assertOk(v3.edit(campaign, "status", "start"));
        } finally {
            log.detachAppender(appender);
            log.setLevel(null);
        }

        assertThat(appender.list)
                .filteredOn(event -> event.getFormattedMessage().contains(campaign))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.getLevel()).isEqualTo(Level.INFO);
                    assertThat(event.getFormattedMessage())
                            .contains(tenant.id().toString())
                            .doesNotContain("secret");
                });
    }
}
