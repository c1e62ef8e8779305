package io.tandem.tests.voipbin;

import io.tandem.tests.Database;

class WireVersionsOnPostgresTest extends WireVersionsContract {

    WireVersionsOnPostgresTest() {
        super(Database.POSTGRES);
    }
}
