package io.tandem.tests.voipbin;

import io.tandem.tests.Database;

class QueueCountersOnH2Test extends QueueCountersContract {

    QueueCountersOnH2Test() {
        super(Database.H2);
    }
}
