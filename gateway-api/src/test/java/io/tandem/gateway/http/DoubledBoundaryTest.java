package io.tandem.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DoubledBoundaryTest {

    @Test
    void keepsTheLastOfSeveral() {
        assertThat(DoubledBoundary.mend("multipart/form-data; boundary=----WebKit1; boundary=--------2"))
                .isEqualTo("multipart/form-data; boundary=--------2");
        assertThat(DoubledBoundary.mend("multipart/form-data; boundary=\"a;b\"; charset=x; Boundary=\"c d\""))
                .isEqualTo("multipart/form-data; charset=x; boundary=\"c d\"");
    }

    @Test
    void leavesOneAlone() {
        assertThat(DoubledBoundary.mend("multipart/form-data; boundary=x"))
                .isEqualTo("multipart/form-data; boundary=x");
        assertThat(DoubledBoundary.mend("multipart/form-data")).isEqualTo("multipart/form-data");
    }
}
