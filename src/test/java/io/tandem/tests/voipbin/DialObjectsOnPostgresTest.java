package io.tandem.tests.voipbin;

import io.tandem.tests.Database;

class DialObjectsOnPostgresTest extends DialObjectsContract {

    DialObjectsOnPostgresTest() {
        super(Database.POSTGRES);
    }
}
