package io.tandem.tests.voipbin;

import io.tandem.tests.Database;

class DialObjectsOnH2Test extends DialObjectsContract {

    DialObjectsOnH2Test() {
        super(Database.H2);
    }
}
