package io.tandem.tests.autocall;

import io.tandem.tests.Database;

class LeadsAtOnceOnPostgresTest extends LeadsAtOnceContract {

    LeadsAtOnceOnPostgresTest() {
        super(Database.POSTGRES);
    }
}
