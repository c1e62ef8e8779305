package io.tandem.tests.autocall;

import io.tandem.tests.Database;

class PushedCallsOnPostgresTest extends PushedCallsContract {

    PushedCallsOnPostgresTest() {
        super(Database.POSTGRES);
    }
}
