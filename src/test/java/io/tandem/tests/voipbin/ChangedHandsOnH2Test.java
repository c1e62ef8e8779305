package io.tandem.tests.voipbin;

import io.tandem.tests.Database;

class ChangedHandsOnH2Test extends ChangedHandsContract {

    ChangedHandsOnH2Test() {
        super(Database.H2);
    }
}
