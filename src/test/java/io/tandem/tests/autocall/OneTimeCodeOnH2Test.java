package io.tandem.tests.autocall;

import io.tandem.tests.Database;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class OneTimeCodeOnH2Test extends OneTimeCodeContract {

    OneTimeCodeOnH2Test(@TempDir Path folder) {
        super(Database.h2File(folder));
    }
}
