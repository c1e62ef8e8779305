package io.tandem.tests.voipbin;

import io.tandem.tests.Database;

class TargetImportOnPostgresTest extends TargetImportContract {

    TargetImportOnPostgresTest() {
        super(Database.POSTGRES);
    }
}
