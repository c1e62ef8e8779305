package io.tandem.tests.policy;

import io.tandem.tests.Database;

class PolicyOnH2Test extends PolicyContract {

    PolicyOnH2Test() {
        super(Database.H2);
    }
}
