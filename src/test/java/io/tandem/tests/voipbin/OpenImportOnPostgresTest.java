package io.tandem.tests.voipbin;

import io.tandem.tests.Database;

class OpenImportOnPostgresTest extends OpenImportContract {

    OpenImportOnPostgresTest() {
        super(Database.POSTGRES);
    }
}
