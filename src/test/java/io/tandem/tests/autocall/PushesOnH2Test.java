package io.tandem.tests.autocall;

import io.tandem.tests.Database;

class PushesOnH2Test extends PushesContract {

    PushesOnH2Test() {
        super(Database.H2);
    }
}
