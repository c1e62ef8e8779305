package io.tandem.tests.autocall;

import io.tandem.tests.Database;

class CampaignCreationOnH2Test extends CampaignCreationContract {

    CampaignCreationOnH2Test() {
        super(Database.H2);
    }
}
