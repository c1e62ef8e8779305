package io.tandem.tests.autocall;

import io.tandem.tests.Database;

class CampaignEditOnH2Test extends CampaignEditContract {

    CampaignEditOnH2Test() {
        super(Database.H2);
    }
}
