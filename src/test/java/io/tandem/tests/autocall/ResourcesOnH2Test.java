package io.tandem.tests.autocall;

import io.tandem.tests.Database;

class ResourcesOnH2Test extends ResourcesContract {

    ResourcesOnH2Test() {
        super(Database.H2);
    }
}
