package io.tandem.tests.replanning;

import io.tandem.tests.Database;

class ReplanningOnPostgresTest extends ReplanningContract {

    ReplanningOnPostgresTest() {
        super(Database.POSTGRES);
    }
}
