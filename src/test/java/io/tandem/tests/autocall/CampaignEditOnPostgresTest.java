package io.tandem.tests.autocall;

import io.tandem.tests.Database;

class CampaignEditOnPostgresTest extends CampaignEditContract {

    CampaignEditOnPostgresTest() {
        super(Database.POSTGRES);
    }
}
