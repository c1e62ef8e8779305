package io.tandem.tests.voipbin;

import io.tandem.tests.Database;

class CampaignsOnPostgresTest extends CampaignsContract {

    CampaignsOnPostgresTest() {
        super(Database.POSTGRES);
    }
}
