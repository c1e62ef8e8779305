package io.tandem.translators.autocall;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.campaigns.model.TargetList;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A target list while a list document is written to it. */
final class ListDraft implements Draft {

    private TargetList list;

    ListDraft(TargetList list) {
        this.list = list;
    }

    TargetList list() {
        return list;
    }

    void list(UnaryOperator<TargetList> change) {
        list = change.apply(list);
    }

    @Override
    public void carry(String field, @Nullable JsonNode value) {
        list = list.withCarried(new CarriedFields(list.carried()).with(field, value));
    }
}
