package io.tandem.tests.autocall;

import io.tandem.tests.Database;

class KeysOnPostgresTest extends KeysContract {

    KeysOnPostgresTest() {
        super(Database.POSTGRES);
    }
}
