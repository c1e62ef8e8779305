package io.tandem.tests.autocall;

import io.tandem.tests.Database;

class CallingHoursOnH2Test extends CallingHoursContract {

    CallingHoursOnH2Test() {
        super(Database.H2);
    }
}
