package io.tandem.tests.autocall;

import io.tandem.tests.Database;

class CampaignRunOnPostgresTest extends CampaignRunContract {

    CampaignRunOnPostgresTest() {
        super(Database.POSTGRES);
    }
}
