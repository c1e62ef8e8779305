package io.tandem.tests.hostile;

import io.tandem.tests.Database;

class HostileOnPostgresTest extends Hostile {

    HostileOnPostgresTest() {
        super(Database.POSTGRES);
    }
}
