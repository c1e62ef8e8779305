package io.tandem.tests.autocall;

import io.tandem.tests.Database;

class FinePrintOnPostgresTest extends FinePrintContract {

    FinePrintOnPostgresTest() {
        super(Database.POSTGRES);
    }
}
