package io.tandem.tests.voipbin;

import io.tandem.tests.Database;

class LiberalInputOnPostgresTest extends LiberalInputContract {

    LiberalInputOnPostgresTest() {
        super(Database.POSTGRES);
    }
}
