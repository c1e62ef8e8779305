package io.tandem.tests.voipbin;

import io.tandem.tests.Database;

class CampaignChangesOnPostgresTest extends CampaignChangesContract {

    CampaignChangesOnPostgresTest() {
        super(Database.POSTGRES);
    }
}
