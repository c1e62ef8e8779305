package io.tandem.tests.autocall;

import io.tandem.tests.Database;

class DiallingOnH2Test extends DiallingContract {

    DiallingOnH2Test() {
        super(Database.H2);
    }
}
