package io.tandem.tests.autocall;

import io.tandem.tests.Database;

class SeedPutOnH2Test extends SeedPutContract {

    SeedPutOnH2Test() {
        super(Database.H2);
    }
}
