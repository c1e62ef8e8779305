package io.tandem.tests.voipbin;

import io.tandem.tests.Database;

class OpenImportOnH2Test extends OpenImportContract {

    OpenImportOnH2Test() {
        super(Database.H2);
    }
}
