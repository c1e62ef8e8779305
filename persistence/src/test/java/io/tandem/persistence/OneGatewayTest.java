package io.tandem.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import io.tandem.campaigns.ports.SettingStore;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** On a server of its own, with one role that is owner and gateway in one. */
class OneGatewayTest {

    @Test
    void aSecondGatewayOnTheDatabaseIsRefusedUntilTheFirstEnds() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder().start()) {
            Map<String, Object> properties = new DatabaseSettings(
                            "jdbc:postgresql://localhost:" + server.getPort() + "/postgres",
                            "postgres",
                            "postgres",
                            null,
                            null,
                            Path.of("."))
                    .properties();

            try (ApplicationContext first = ApplicationContext.run(properties)) {
                first.getBean(SettingStore.class).put("written by", "the first");

                assertThatThrownBy(() -> ApplicationContext.run(properties).close())
                        .hasStackTraceContaining("Another gateway runs on this database; only one may.");
            }

            try (ApplicationContext second = ApplicationContext.run(properties)) {
                assertThat(second.getBean(SettingStore.class).get("written by")).contains("the first");
            }
        }
    }
}
