package io.tandem.tests.voipbin;

import io.tandem.tests.Database;

class TriesOnPostgresTest extends TriesContract {

    TriesOnPostgresTest() {
        super(Database.POSTGRES);
    }
}
