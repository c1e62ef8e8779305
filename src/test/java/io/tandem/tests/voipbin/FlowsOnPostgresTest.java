package io.tandem.tests.voipbin;

import io.tandem.tests.Database;

class FlowsOnPostgresTest extends FlowsContract {

    FlowsOnPostgresTest() {
        super(Database.POSTGRES);
    }
}
