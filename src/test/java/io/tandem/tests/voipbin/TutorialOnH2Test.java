package io.tandem.tests.voipbin;

import io.tandem.tests.Database;

class TutorialOnH2Test extends TutorialContract {

    TutorialOnH2Test() {
        super(Database.H2);
    }
}
