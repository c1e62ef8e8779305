package io.tandem.translators.autocall;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.tandem.campaigns.model.Tenant;
import io.tandem.campaigns.service.Failure;
import java.util.ArrayList;
import java.util.List;

/** A document that is a command, not an object: its fields are read once, and what is not known is passed over. */
final class Form {

    final Faults faults = new Faults();
    private final JsonNode sent;
    private final Tenant tenant;
    private final List<String> required;

    /** Notes what is missing. */
    Form(JsonNode sent, Tenant tenant, List<String> required) {
        if (!sent.isObject()) {
            throw new Failure.Invalid(Wording.ROOT, Wording.wrongType("object", sent));
        }
        this.sent = sent;
        this.tenant = tenant;
        this.required = required;
        for (String field : required) {
            if (!sent.has(field)) {
                faults.add(Wording.ROOT, Wording.required(field));
            }
        }
    }

    /** The checked value; a missing node if it is not there, an optional one is null, or it is bad and was noted. */
    JsonNode read(String field, Check check) {
        JsonNode value = sent.path(field);
        if (value.isMissingNode() || (value.isNull() && !required.contains(field))) {
            return MissingNode.getInstance();
        }
        JsonNode good =
                check.read(value, new Check.Site(field, MissingNode.getInstance(), tenant, faults, new ArrayList<>()));
        return good == null ? MissingNode.getInstance() : good;
    }
}
