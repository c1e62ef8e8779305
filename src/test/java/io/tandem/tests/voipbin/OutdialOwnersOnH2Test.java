package io.tandem.tests.voipbin;

import io.tandem.tests.Database;

class OutdialOwnersOnH2Test extends OutdialOwnersContract {

    OutdialOwnersOnH2Test() {
        super(Database.H2);
    }
}
