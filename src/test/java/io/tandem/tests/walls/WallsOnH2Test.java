package io.tandem.tests.walls;

import io.tandem.tests.Database;

class WallsOnH2Test extends Walls {

    WallsOnH2Test() {
        super(Database.H2);
    }
}
