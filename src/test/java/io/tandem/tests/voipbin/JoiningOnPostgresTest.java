package io.tandem.tests.voipbin;

import io.tandem.tests.Database;

class JoiningOnPostgresTest extends JoiningContract {

    JoiningOnPostgresTest() {
        super(Database.POSTGRES);
    }
}
