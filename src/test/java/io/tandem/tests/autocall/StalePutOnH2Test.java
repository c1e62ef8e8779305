package io.tandem.tests.autocall;

import io.tandem.tests.Database;

class StalePutOnH2Test extends StalePutContract {

    StalePutOnH2Test() {
        super(Database.H2);
    }
}
