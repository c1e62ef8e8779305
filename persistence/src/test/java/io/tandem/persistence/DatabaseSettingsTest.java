package io.tandem.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseSettingsTest {

    private static Map<String, Object> of(@Nullable String url) {
        return new DatabaseSettings(url, null, null, null, null, Path.of("/data")).properties();
    }

    private static String url(@Nullable String url) {
        return url(of(url));
    }

    private static String url(Map<String, Object> properties) {
        return Objects.requireNonNull(properties.get("datasources.default.url")).toString();
    }

    @Test
    void withoutAUrlItIsAFileInTheDirectoryThatLosesNoCommit() {
        Map<String, Object> properties = of(null);

        assertThat(url(properties))
                .startsWith("jdbc:h2:file:/data/tandem;")
                .contains(";WRITE_DELAY=0", ";MODE=PostgreSQL", ";DATABASE_TO_LOWER=TRUE", ";DB_CLOSE_ON_EXIT=FALSE")
                .doesNotContain("DB_CLOSE_DELAY");
        assertThat(properties)
                .containsEntry("datasources.default.username", "sa")
                .containsEntry("datasources.default.dialect", "POSTGRES")
                .containsEntry("datasources.default.driver-class-name", "org.h2.Driver")
                .containsEntry(
                        "flyway.datasources.default.locations",
                        List.of("classpath:db/migration/common", "classpath:db/migration/h2"));
    }

    @Test
    void aDatabaseInMemoryOutlivesItsConnections() {
        assertThat(url("jdbc:h2:mem:demo")).contains(";DB_CLOSE_DELAY=-1", ";MODE=PostgreSQL");
    }

    @Test
    void keepsWhatAnH2UrlSaysBesides() {
        assertThat(url("jdbc:h2:./here;write_delay=0;CACHE_SIZE=1000;mode=postgresql"))
                .isEqualTo(url("jdbc:h2:./here;WRITE_DELAY=0;CACHE_SIZE=1000;MODE=postgresql"))
                .startsWith("jdbc:h2:./here;")
                .contains(";CACHE_SIZE=1000", ";WRITE_DELAY=0");
    }

    @Test
    void refusesAWriteDelayWithASentence() {
        assertThatThrownBy(() -> of("jdbc:h2:./here;WRITE_DELAY=500"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The database URL says WRITE_DELAY=500; H2 would then acknowledge commits that a kill loses."
                                + " Leave it out, or say WRITE_DELAY=0.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:h2:./here;MODE=Oracle",
                "jdbc:h2:./here;DATABASE_TO_LOWER=FALSE",
                "jdbc:h2:./here;AUTO_SERVER=TRUE",
                "jdbc:h2:./here;FILE_LOCK=NO",
                "jdbc:h2:tcp://somewhere/here",
                "jdbc:mysql://somewhere/here",
                ""
            })
    void refusesWhatTheGatewayCannotRunOn(String url) {
        assertThatThrownBy(() -> of(url)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void onPostgresTheOwnerMigratesAndTheGatewaysRoleWorks() {
        Map<String, Object> properties = new DatabaseSettings(
                        "jdbc:postgresql://db/tandem?sslmode=require", "app", "a", "owner", "o", Path.of("."))
                .properties();

        assertThat(properties)
                .containsEntry("datasources.default.username", "app")
                .containsEntry("datasources.default.password", "a")
                .containsEntry("flyway.datasources.owner.url", "jdbc:postgresql://db/tandem?sslmode=require")
                .containsEntry("flyway.datasources.owner.user", "owner")
                .containsEntry("flyway.datasources.owner.password", "o")
                .containsEntry("flyway.datasources.owner.placeholders.role", "app")
                .containsEntry(
                        "flyway.datasources.owner.locations",
                        List.of("classpath:db/migration/common", "classpath:db/migration/postgresql"));
        assertThat(url(properties))
                .startsWith("jdbc:postgresql://db/tandem?sslmode=require&")
                .contains(
                        "&reWriteBatchedInserts=true",
                        "&socketTimeout=60",
                        "&options=-c%20plan_cache_mode%3Dforce_custom_plan");
    }

    @Test
    void onPostgresOneRoleMayDoBoth() {
        Map<String, Object> properties = new DatabaseSettings(
                        "jdbc:postgresql://db/tandem?socketTimeout=5", "app", "a", null, null, Path.of("."))
                .properties();

        assertThat(properties)
                .containsEntry("flyway.datasources.owner.user", "app")
                .containsEntry("flyway.datasources.owner.password", "a");
        assertThat(url(properties)).contains("?socketTimeout=5&").doesNotContain("socketTimeout=60");
    }

    @Test
    void anOwnerWithoutAGatewaysRoleIsRefused() {
        DatabaseSettings settings =
                new DatabaseSettings("jdbc:postgresql://db/tandem", null, null, "owner", "o", Path.of("."));

        assertThatThrownBy(settings::properties).hasMessageContaining("TANDEM_DB_USER");
    }
}
