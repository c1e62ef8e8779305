package io.tandem.tests.voipbin;

import io.tandem.tests.Database;

class AgentsOnPostgresTest extends AgentsContract {

    AgentsOnPostgresTest() {
        super(Database.POSTGRES);
    }
}
