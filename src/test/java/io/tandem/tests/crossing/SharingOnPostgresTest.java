package io.tandem.tests.crossing;

import io.tandem.tests.Database;

class SharingOnPostgresTest extends SharingContract {

    SharingOnPostgresTest() {
        super(Database.POSTGRES);
    }
}
