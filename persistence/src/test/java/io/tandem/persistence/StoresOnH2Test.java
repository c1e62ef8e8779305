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

    @Nested
    class Targets extends TargetStoreContract {
        Targets() {
            super(TestDatabase.h2());
        }
    }

    @Nested
    class Attempts extends AttemptStoreContract {
        Attempts() {
            super(TestDatabase.h2());
        }
    }

    @Nested
    class Names extends NamedStoreContract {
        Names() {
            super(TestDatabase.h2());
        }
    }

    @Nested
    class SmallStores extends SmallStoresContract {
        SmallStores() {
            super(TestDatabase.h2());
        }
    }

    @Nested
    class Imports extends ImportStoreContract {
        Imports() {
            super(TestDatabase.h2());
        }
    }

    @Nested
    class Replans extends ReplanStoreContract {
        Replans() {
            super(TestDatabase.h2());
        }
    }

    @Nested
    class Networks extends NetworkPassesContract {
        Networks() {
            super(TestDatabase.h2());
        }
    }

    @Nested
    class Replanner extends ReplannerContract {
        Replanner() {
            super(TestDatabase.h2());
        }
    }

    @Nested
    class Desk extends DeskContract {
        Desk() {
            super(TestDatabase.h2());
        }
    }

    @Nested
    class Claims extends ClaimsContract {
        Claims() {
            super(TestDatabase.h2());
        }
    }

    @Nested
    class Pushes extends PushStoreContract {
        Pushes() {
            super(TestDatabase.h2());
        }
    }

    @Nested
    class Outcomes extends OutcomesContract {
        Outcomes() {
            super(TestDatabase.h2());
        }
    }

    @Nested
    class Moves extends CampaignMovesContract {
        Moves() {
            super(TestDatabase.h2());
        }
    }

    @Nested
    class Refusals extends PolicyStoreContract {
        Refusals() {
            super(TestDatabase.h2());
        }
    }

    @Nested
    class TakeOver extends TakeOverContract {
        TakeOver() {
            super(TestDatabase.h2());
        }
    }

    @Nested
    class IndexUse extends IndexUseContract {
        IndexUse() {
            super(TestDatabase.h2());
        }
    }
}
