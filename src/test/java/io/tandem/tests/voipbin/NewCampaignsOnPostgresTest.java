package io.tandem.tests.voipbin;

import io.tandem.tests.Database;

class NewCampaignsOnPostgresTest extends NewCampaignsContract {

    NewCampaignsOnPostgresTest() {
        super(Database.POSTGRES);
    }
}
