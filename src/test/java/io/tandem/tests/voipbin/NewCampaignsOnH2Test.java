package io.tandem.tests.voipbin;

import io.tandem.tests.Database;

class NewCampaignsOnH2Test extends NewCampaignsContract {

    NewCampaignsOnH2Test() {
        super(Database.H2);
    }
}
