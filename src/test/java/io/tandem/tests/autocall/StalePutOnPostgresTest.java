package io.tandem.tests.autocall;

import io.tandem.tests.Database;

class StalePutOnPostgresTest extends StalePutContract {

    StalePutOnPostgresTest() {
        super(Database.POSTGRES);
    }
}
