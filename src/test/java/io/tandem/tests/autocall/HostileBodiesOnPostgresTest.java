package io.tandem.tests.autocall;

import io.tandem.tests.Database;

class HostileBodiesOnPostgresTest extends HostileBodiesContract {

    HostileBodiesOnPostgresTest() {
        super(Database.POSTGRES);
    }
}
