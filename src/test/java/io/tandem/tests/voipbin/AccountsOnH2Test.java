package io.tandem.tests.voipbin;

import io.tandem.tests.Database;

class AccountsOnH2Test extends AccountsContract {

    AccountsOnH2Test() {
        super(Database.H2);
    }
}
