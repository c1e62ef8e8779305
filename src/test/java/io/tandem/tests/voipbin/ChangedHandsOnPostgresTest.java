package io.tandem.tests.voipbin;

import io.tandem.tests.Database;

class ChangedHandsOnPostgresTest extends ChangedHandsContract {

    ChangedHandsOnPostgresTest() {
        super(Database.POSTGRES);
    }
}
