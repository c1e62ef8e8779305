package io.tandem.tests.autocall;

import io.tandem.tests.Database;

class FinePrintOnH2Test extends FinePrintContract {

    FinePrintOnH2Test() {
        super(Database.H2);
    }
}
