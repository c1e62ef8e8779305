package io.tandem.tests.crossing;

import io.tandem.tests.Database;

class ExclusionOnPostgresTest extends ExclusionContract {

    ExclusionOnPostgresTest() {
        super(Database.POSTGRES);
    }
}
