package io.tandem.tests.autocall;

import io.tandem.tests.Database;

class ResourcesOnPostgresTest extends ResourcesContract {

    ResourcesOnPostgresTest() {
        super(Database.POSTGRES);
    }
}
