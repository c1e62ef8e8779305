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

    @Nested
    class Targets extends TargetStoreContract {
        Targets() {
            super(TestDatabase.postgres());
        }
    }

    @Nested
    class Attempts extends AttemptStoreContract {
        Attempts() {
            super(TestDatabase.postgres());
        }
    }

    @Nested
    class Names extends NamedStoreContract {
        Names() {
            super(TestDatabase.postgres());
        }
    }

    @Nested
    class SmallStores extends SmallStoresContract {
        SmallStores() {
            super(TestDatabase.postgres());
        }
    }

    @Nested
    class Imports extends ImportStoreContract {
        Imports() {
            super(TestDatabase.postgres());
        }
    }

    @Nested
    class Replans extends ReplanStoreContract {
        Replans() {
            super(TestDatabase.postgres());
        }
    }

    @Nested
    class Networks extends NetworkPassesContract {
        Networks() {
            super(TestDatabase.postgres());
        }
    }

    @Nested
    class Replanner extends ReplannerContract {
        Replanner() {
            super(TestDatabase.postgres());
        }
    }

    @Nested
    class Desk extends DeskContract {
        Desk() {
            super(TestDatabase.postgres());
        }
    }

    @Nested
    class Claims extends ClaimsContract {
        Claims() {
            super(TestDatabase.postgres());
        }
    }

    @Nested
    class Pushes extends PushStoreContract {
        Pushes() {
            super(TestDatabase.postgres());
        }
    }

    @Nested
    class Outcomes extends OutcomesContract {
        Outcomes() {
            super(TestDatabase.postgres());
        }
    }

    @Nested
    class Moves extends CampaignMovesContract {
        Moves() {
            super(TestDatabase.postgres());
        }
    }

    @Nested
    class Refusals extends PolicyStoreContract {
        Refusals() {
            super(TestDatabase.postgres());
        }
    }

    @Nested
    class TakeOver extends TakeOverContract {
        TakeOver() {
            super(TestDatabase.postgres());
        }
    }

    @Nested
    class IndexUse extends IndexUseContract {
        IndexUse() {
            super(TestDatabase.postgres());
        }
    }
}
