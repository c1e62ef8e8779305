package io.tandem.tests.autocall;

import io.tandem.tests.Database;

class MaskingOnH2Test extends MaskingContract {

    MaskingOnH2Test() {
        super(Database.H2);
    }
}
