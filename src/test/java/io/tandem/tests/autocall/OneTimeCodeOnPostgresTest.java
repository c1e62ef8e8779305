package io.tandem.tests.autocall;

import io.tandem.tests.Database;

class OneTimeCodeOnPostgresTest extends OneTimeCodeContract {

    OneTimeCodeOnPostgresTest() {
        super(Database.POSTGRES.fresh());
    }
}
