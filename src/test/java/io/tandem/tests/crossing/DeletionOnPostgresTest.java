package io.tandem.tests.crossing;

import io.tandem.tests.Database;

class DeletionOnPostgresTest extends DeletionContract {

    DeletionOnPostgresTest() {
        super(Database.POSTGRES);
    }
}
