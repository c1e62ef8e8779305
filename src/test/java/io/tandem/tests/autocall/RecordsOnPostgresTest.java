package io.tandem.tests.autocall;

import io.tandem.tests.Database;

class RecordsOnPostgresTest extends RecordsContract {

    RecordsOnPostgresTest() {
        super(Database.POSTGRES);
    }
}
