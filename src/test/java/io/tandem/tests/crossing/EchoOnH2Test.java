package io.tandem.tests.crossing;

import io.tandem.tests.Database;

class EchoOnH2Test extends EchoContract {

    EchoOnH2Test() {
        super(Database.H2);
    }
}
