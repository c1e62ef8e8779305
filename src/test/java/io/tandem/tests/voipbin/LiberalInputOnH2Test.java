package io.tandem.tests.voipbin;

import io.tandem.tests.Database;

class LiberalInputOnH2Test extends LiberalInputContract {

    LiberalInputOnH2Test() {
        super(Database.H2);
    }
}
