package io.tandem.tests.voipbin;

import io.tandem.tests.Database;

class PacingOnPostgresTest extends PacingContract {

    PacingOnPostgresTest() {
        super(Database.POSTGRES);
    }
}
