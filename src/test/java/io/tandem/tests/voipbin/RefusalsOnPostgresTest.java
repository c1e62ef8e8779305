package io.tandem.tests.voipbin;

import io.tandem.tests.Database;

class RefusalsOnPostgresTest extends RefusalsContract {

    RefusalsOnPostgresTest() {
        super(Database.POSTGRES);
    }
}
