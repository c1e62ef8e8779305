package io.tandem.persistence;

import org.junit.jupiter.api.Nested;

/** Every store's contract on PostgreSQL, behind row-level security. */
class StoresOnPostgresTest {

    @Nested
    class Transactions extends TransactionsContract {
        Transactions() {
            super(TestDatabase.postgres());
        }
    }

    @Nested
    class Objects extends ObjectStoreContract {
        Objects() {
            super(TestDatabase.postgres());
        }
    }

    @Nested
    class Campaigns extends CampaignStoreContract {
        Campaigns() {
            super(TestDatabase.postgres());
        }
    }
}
