package io.tandem.tests.replanning;

import io.tandem.tests.Database;

class ReplanningOnH2Test extends ReplanningContract {

    ReplanningOnH2Test() {
        super(Database.H2);
    }
}
