package io.tandem.tests.policy;

import io.tandem.tests.Database;

class PolicyOnPostgresTest extends PolicyContract {

    PolicyOnPostgresTest() {
        super(Database.POSTGRES);
    }
}
