package io.tandem.tests.autocall;

import io.tandem.tests.Database;

class DoNotCallOnH2Test extends DoNotCallContract {

    DoNotCallOnH2Test() {
        super(Database.H2);
    }
}
