package io.tandem.translators;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Holds the page to the tables; run with {@code -Dmapping.write=true} it writes the page instead. */
class MappingDocumentTest {

    /** Tests run in their module's folder. */
    private static final Path PAGE = Path.of("..", "docs", "mapping.md");

    @Test
    void isWhatTheTablesMake() throws IOException {
        String made = MappingDocument.text();
        if (Boolean.getBoolean("mapping.write")) {
            Files.writeString(PAGE, made);
        }

        assertThat(Files.exists(PAGE) ? Files.readString(PAGE) : "")
                .as("the tables of the translators have changed; make docs/mapping.md anew with%n"
                        + "mvn test -pl translators -am -Dtest=MappingDocumentTest"
                        + " -Dsurefire.failIfNoSpecifiedTests=false -Dmapping.write=true%n")
                .isEqualTo(made);
    }
}
