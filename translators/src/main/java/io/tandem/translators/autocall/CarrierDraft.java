package io.tandem.translators.autocall;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.campaigns.model.Carrier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A carrier while a document is written to it. */
final class CarrierDraft implements Draft {

    private Carrier carrier;

    CarrierDraft(Carrier carrier) {
        this.carrier = carrier;
    }

    Carrier carrier() {
        return carrier;
    }

    void carrier(UnaryOperator<Carrier> change) {
        carrier = change.apply(carrier);
    }

    @Override
    public void carry(String field, @Nullable JsonNode value) {
        carrier = carrier.withCarried(new CarriedFields(carrier.carried()).with(field, value));
    }
}
