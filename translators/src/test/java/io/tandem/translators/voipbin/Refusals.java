package io.tandem.translators.voipbin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tandem.campaigns.service.Failure;
import io.tandem.campaigns.service.Failure.Violation;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** How a reader refuses: broken rules by field, and wrong JSON types. */
final class Refusals {

    private Refusals() {}

    /** The fields that broke rules; every sentence names its own. */
    static List<String> fieldsRefusedBy(ThrowingCallable reading) {
        Failure.Invalid refusal = catchThrowableOfType(Failure.Invalid.class, reading);
        assertThat(refusal).as("nothing was refused").isNotNull();
        assertThat(refusal.violations())
                .allSatisfy(violation -> assertThat(violation.text()).startsWith(violation.field() + " "));
        return refusal.violations().stream().map(Violation::field).toList();
    }

    static void assertWrongType(String field, ThrowingCallable reading) {
        WireFault fault = catchThrowableOfType(WireFault.class, reading);
        assertThat(fault).as("nothing was refused").isNotNull();
        assertThat(fault.reason()).isEqualTo(WireFault.Reason.INVALID_JSON_BODY);
        assertThat(fault.field()).isEqualTo(field);
        assertThat(fault.sentence()).contains(field);
    }
}
