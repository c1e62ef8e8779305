package io.tandem.tests.autocall;

import io.tandem.tests.Database;

class SeedPutOnPostgresTest extends SeedPutContract {

    SeedPutOnPostgresTest() {
        super(Database.POSTGRES);
    }
}
