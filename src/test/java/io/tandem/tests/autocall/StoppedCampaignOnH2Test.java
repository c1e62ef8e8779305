package io.tandem.tests.autocall;

import io.tandem.tests.Database;

class StoppedCampaignOnH2Test extends StoppedCampaignContract {

    StoppedCampaignOnH2Test() {
        super(Database.H2);
    }
}
