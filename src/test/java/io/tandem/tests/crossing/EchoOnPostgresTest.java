package io.tandem.tests.crossing;

import io.tandem.tests.Database;

class EchoOnPostgresTest extends EchoContract {

    EchoOnPostgresTest() {
        super(Database.POSTGRES);
    }
}
