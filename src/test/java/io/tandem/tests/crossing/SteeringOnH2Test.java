package io.tandem.tests.crossing;

import io.tandem.tests.Database;

class SteeringOnH2Test extends SteeringContract {

    SteeringOnH2Test() {
        super(Database.H2);
    }
}
