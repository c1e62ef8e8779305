package io.tandem.tests.crossing;

import io.tandem.tests.Database;

class SharingOnH2Test extends SharingContract {

    SharingOnH2Test() {
        super(Database.H2);
    }
}
