package io.tandem.tests.crossing;

import io.tandem.tests.Database;

class SteeringOnPostgresTest extends SteeringContract {

    SteeringOnPostgresTest() {
        super(Database.POSTGRES);
    }
}
