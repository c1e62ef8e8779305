package io.tandem.tests.autocall;

import io.tandem.tests.Database;

class CampaignNamesOnH2Test extends CampaignNamesContract {

    CampaignNamesOnH2Test() {
        super(Database.H2);
    }
}
