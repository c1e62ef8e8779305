package io.tandem.tests.voipbin;

import io.tandem.tests.Database;

class QueueCountersOnPostgresTest extends QueueCountersContract {

    QueueCountersOnPostgresTest() {
        super(Database.POSTGRES);
    }
}
