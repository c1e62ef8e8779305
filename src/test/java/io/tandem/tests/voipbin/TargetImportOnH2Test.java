package io.tandem.tests.voipbin;

import io.tandem.tests.Database;

class TargetImportOnH2Test extends TargetImportContract {

    TargetImportOnH2Test() {
        super(Database.H2);
    }
}
