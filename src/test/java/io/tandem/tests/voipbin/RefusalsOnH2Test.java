package io.tandem.tests.voipbin;

import io.tandem.tests.Database;

class RefusalsOnH2Test extends RefusalsContract {

    RefusalsOnH2Test() {
        super(Database.H2);
    }
}
