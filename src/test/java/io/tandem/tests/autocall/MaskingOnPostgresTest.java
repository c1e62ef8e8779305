package io.tandem.tests.autocall;

import io.tandem.tests.Database;

class MaskingOnPostgresTest extends MaskingContract {

    MaskingOnPostgresTest() {
        super(Database.POSTGRES);
    }
}
