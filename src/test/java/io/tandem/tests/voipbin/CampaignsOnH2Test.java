package io.tandem.tests.voipbin;

import io.tandem.tests.Database;

class CampaignsOnH2Test extends CampaignsContract {

    CampaignsOnH2Test() {
        super(Database.H2);
    }
}
