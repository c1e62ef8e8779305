package io.tandem.tests.voipbin;

import io.tandem.tests.Database;

class FlowsOnH2Test extends FlowsContract {

    FlowsOnH2Test() {
        super(Database.H2);
    }
}
