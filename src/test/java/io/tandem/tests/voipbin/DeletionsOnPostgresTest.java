package io.tandem.tests.voipbin;

import io.tandem.tests.Database;

class DeletionsOnPostgresTest extends DeletionsContract {

    DeletionsOnPostgresTest() {
        super(Database.POSTGRES);
    }
}
