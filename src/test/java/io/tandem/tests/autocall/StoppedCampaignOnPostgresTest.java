package io.tandem.tests.autocall;

import io.tandem.tests.Database;

class StoppedCampaignOnPostgresTest extends StoppedCampaignContract {

    StoppedCampaignOnPostgresTest() {
        super(Database.POSTGRES);
    }
}
