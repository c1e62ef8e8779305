package io.tandem.tests.autocall;

import io.tandem.tests.Database;

class PushedCallsOnH2Test extends PushedCallsContract {

    PushedCallsOnH2Test() {
        super(Database.H2);
    }
}
