package io.tandem.tests.autocall;

import io.tandem.tests.Database;

class KeysOnH2Test extends KeysContract {

    KeysOnH2Test() {
        super(Database.H2);
    }
}
