package io.tandem.tests.voipbin;

import io.tandem.tests.Database;

class TutorialOnPostgresTest extends TutorialContract {

    TutorialOnPostgresTest() {
        super(Database.POSTGRES);
    }
}
