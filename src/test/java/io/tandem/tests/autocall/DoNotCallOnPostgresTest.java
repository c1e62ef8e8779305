package io.tandem.tests.autocall;

import io.tandem.tests.Database;

class DoNotCallOnPostgresTest extends DoNotCallContract {

    DoNotCallOnPostgresTest() {
        super(Database.POSTGRES);
    }
}
