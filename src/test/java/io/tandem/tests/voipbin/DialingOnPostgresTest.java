package io.tandem.tests.voipbin;

import io.tandem.tests.Database;

class DialingOnPostgresTest extends DialingContract {

    DialingOnPostgresTest() {
        super(Database.POSTGRES);
    }
}
