package io.tandem.tests.autocall;

import io.tandem.tests.Database;

class DiallingOnPostgresTest extends DiallingContract {

    DiallingOnPostgresTest() {
        super(Database.POSTGRES);
    }
}
