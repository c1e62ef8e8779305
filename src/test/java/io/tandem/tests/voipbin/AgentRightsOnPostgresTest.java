package io.tandem.tests.voipbin;

import io.tandem.tests.Database;

class AgentRightsOnPostgresTest extends AgentRightsContract {

    AgentRightsOnPostgresTest() {
        super(Database.POSTGRES);
    }
}
