package io.tandem.tests.autocall;

import io.tandem.tests.Database;

class RecallAfterAMinuteOnPostgresTest extends RecallAfterAMinuteContract {

    RecallAfterAMinuteOnPostgresTest() {
        super(Database.POSTGRES.fresh());
    }
}
