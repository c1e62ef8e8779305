package io.tandem.tests.autocall;

import io.tandem.tests.Database;

class CampaignNamesOnPostgresTest extends CampaignNamesContract {

    CampaignNamesOnPostgresTest() {
        super(Database.POSTGRES);
    }
}
