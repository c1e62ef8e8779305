package io.tandem.tests.voipbin;

import io.tandem.tests.Database;

class WireVersionsOnH2Test extends WireVersionsContract {

    WireVersionsOnH2Test() {
        super(Database.H2);
    }
}
