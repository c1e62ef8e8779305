package io.tandem.tests.autocall;

import io.tandem.tests.Database;

class LeadsOnH2Test extends LeadsContract {

    LeadsOnH2Test() {
        super(Database.H2);
    }
}
