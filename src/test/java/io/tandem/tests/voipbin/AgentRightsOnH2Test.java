package io.tandem.tests.voipbin;

import io.tandem.tests.Database;

class AgentRightsOnH2Test extends AgentRightsContract {

    AgentRightsOnH2Test() {
        super(Database.H2);
    }
}
