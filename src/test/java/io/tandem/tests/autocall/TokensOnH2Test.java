package io.tandem.tests.autocall;

import io.tandem.tests.Database;

class TokensOnH2Test extends TokensContract {

    TokensOnH2Test() {
        super(Database.H2);
    }
}
