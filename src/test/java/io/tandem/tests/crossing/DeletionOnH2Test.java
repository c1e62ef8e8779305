package io.tandem.tests.crossing;

import io.tandem.tests.Database;

class DeletionOnH2Test extends DeletionContract {

    DeletionOnH2Test() {
        super(Database.H2);
    }
}
