package io.tandem.tests.autocall;

import io.tandem.tests.Database;

class LeadFilesOnH2Test extends LeadFilesContract {

    LeadFilesOnH2Test() {
        super(Database.H2);
    }
}
