package io.tandem.tests.autocall;

import io.tandem.tests.Database;

class RecordsOnH2Test extends RecordsContract {

    RecordsOnH2Test() {
        super(Database.H2);
    }
}
