package io.tandem.tests.autocall;

import io.tandem.tests.Database;

class CallingHoursOnPostgresTest extends CallingHoursContract {

    CallingHoursOnPostgresTest() {
        super(Database.POSTGRES);
    }
}
