package io.tandem.tests.walls;

import io.tandem.tests.Database;

class WallsOnPostgresTest extends Walls {

    WallsOnPostgresTest() {
        super(Database.POSTGRES);
    }
}
