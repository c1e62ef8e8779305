package io.tandem.tests.voipbin;

import io.tandem.tests.Database;

class OutdialOwnersOnPostgresTest extends OutdialOwnersContract {

    OutdialOwnersOnPostgresTest() {
        super(Database.POSTGRES);
    }
}
