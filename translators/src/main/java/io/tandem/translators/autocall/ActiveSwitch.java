package io.tandem.translators.autocall;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.campaigns.service.Failure;

/** The body of {@code PATCH …/active}, of campaigns and lists. (autocall-v3.md, 1.4) */
public final class ActiveSwitch {

    private ActiveSwitch() {}

    /**
     * What the body asks for.
     *
     * @throws Failure.Invalid {@code active is missing}, as a single text, or the field's wrong type
     */
    public static boolean read(JsonNode sent) {
        JsonNode active = sent.path("active");
        if (active.isMissingNode() || active.isNull()) {
            throw Faults.single("active is missing");
        }
        if (!active.isBoolean()) {
            throw new Failure.Invalid("active", Wording.wrongType("boolean", active));
        }
        return active.booleanValue();
    }
}
