package io.tandem.tests.autocall;

import io.tandem.tests.Database;

class TokensOnPostgresTest extends TokensContract {

    TokensOnPostgresTest() {
        super(Database.POSTGRES);
    }
}
