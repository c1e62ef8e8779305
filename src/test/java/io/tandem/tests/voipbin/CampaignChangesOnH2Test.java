package io.tandem.tests.voipbin;

import io.tandem.tests.Database;

class CampaignChangesOnH2Test extends CampaignChangesContract {

    CampaignChangesOnH2Test() {
        super(Database.H2);
    }
}
