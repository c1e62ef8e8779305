package io.tandem.tests.voipbin;

import io.tandem.tests.Database;

class DialingOnH2Test extends DialingContract {

    DialingOnH2Test() {
        super(Database.H2);
    }
}
