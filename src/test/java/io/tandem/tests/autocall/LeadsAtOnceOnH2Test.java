package io.tandem.tests.autocall;

import io.tandem.tests.Database;

class LeadsAtOnceOnH2Test extends LeadsAtOnceContract {

    LeadsAtOnceOnH2Test() {
        super(Database.H2);
    }
}
