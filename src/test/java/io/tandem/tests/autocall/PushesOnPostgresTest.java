package io.tandem.tests.autocall;

import io.tandem.tests.Database;

class PushesOnPostgresTest extends PushesContract {

    PushesOnPostgresTest() {
        super(Database.POSTGRES);
    }
}
