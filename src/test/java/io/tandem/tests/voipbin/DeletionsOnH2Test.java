package io.tandem.tests.voipbin;

import io.tandem.tests.Database;

class DeletionsOnH2Test extends DeletionsContract {

    DeletionsOnH2Test() {
        super(Database.H2);
    }
}
