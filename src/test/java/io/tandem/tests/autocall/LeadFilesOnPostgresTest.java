package io.tandem.tests.autocall;

import io.tandem.tests.Database;

class LeadFilesOnPostgresTest extends LeadFilesContract {

    LeadFilesOnPostgresTest() {
        super(Database.POSTGRES);
    }
}
