package io.tandem.tests.autocall;

import io.tandem.tests.Database;

class LeadsOnPostgresTest extends LeadsContract {

    LeadsOnPostgresTest() {
        super(Database.POSTGRES);
    }
}
