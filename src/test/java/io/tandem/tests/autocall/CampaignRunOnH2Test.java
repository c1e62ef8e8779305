package io.tandem.tests.autocall;

import io.tandem.tests.Database;

class CampaignRunOnH2Test extends CampaignRunContract {

    CampaignRunOnH2Test() {
        super(Database.H2);
    }
}
