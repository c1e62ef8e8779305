package io.tandem.persistence;

import org.junit.jupiter.api.Nested;

/** Every store's contract on H2 in memory. */
class StoresOnH2Test {

    @Nested
    class Transactions extends TransactionsContract {
        Transactions() {
            super(TestDatabase.h2());
        }
    }

    @Nested
    class Objects extends ObjectStoreContract {
        Objects() {
            super(TestDatabase.h2());
        }
    }

    @Nested
    class Campaigns extends CampaignStoreContract {
        Campaigns() {
            super(TestDatabase.h2());
        }
    }
}
