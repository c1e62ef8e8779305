package io.tandem.tests.autocall;

import io.tandem.tests.Database;

class HostileBodiesOnH2Test extends HostileBodiesContract {

    HostileBodiesOnH2Test() {
        super(Database.H2);
    }
}
