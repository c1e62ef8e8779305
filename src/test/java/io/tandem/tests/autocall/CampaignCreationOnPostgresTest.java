package io.tandem.tests.autocall;

import io.tandem.tests.Database;

class CampaignCreationOnPostgresTest extends CampaignCreationContract {

    CampaignCreationOnPostgresTest() {
        super(Database.POSTGRES);
    }
}
