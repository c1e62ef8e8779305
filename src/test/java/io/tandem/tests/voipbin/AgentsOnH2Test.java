package io.tandem.tests.voipbin;

import io.tandem.tests.Database;

class AgentsOnH2Test extends AgentsContract {

    AgentsOnH2Test() {
        super(Database.H2);
    }
}
