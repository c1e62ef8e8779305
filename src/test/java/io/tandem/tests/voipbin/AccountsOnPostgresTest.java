package io.tandem.tests.voipbin;

import io.tandem.tests.Database;

class AccountsOnPostgresTest extends AccountsContract {

    AccountsOnPostgresTest() {
        super(Database.POSTGRES);
    }
}
