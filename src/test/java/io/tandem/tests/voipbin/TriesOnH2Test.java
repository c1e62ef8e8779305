package io.tandem.tests.voipbin;

import io.tandem.tests.Database;

class TriesOnH2Test extends TriesContract {

    TriesOnH2Test() {
        super(Database.H2);
    }
}
