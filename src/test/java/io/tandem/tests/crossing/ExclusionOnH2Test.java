package io.tandem.tests.crossing;

import io.tandem.tests.Database;

class ExclusionOnH2Test extends ExclusionContract {

    ExclusionOnH2Test() {
        super(Database.H2);
    }
}
