package io.tandem.tests.voipbin;

import io.tandem.tests.Database;

class JoiningOnH2Test extends JoiningContract {

    JoiningOnH2Test() {
        super(Database.H2);
    }
}
