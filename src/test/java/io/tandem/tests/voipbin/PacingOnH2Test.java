package io.tandem.tests.voipbin;

import io.tandem.tests.Database;

class PacingOnH2Test extends PacingContract {

    PacingOnH2Test() {
        super(Database.H2);
    }
}
