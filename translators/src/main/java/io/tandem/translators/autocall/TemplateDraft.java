package io.tandem.translators.autocall;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.campaigns.model.KeyMenu;
import io.tandem.campaigns.model.Template;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A template while a document is written to it. */
final class TemplateDraft implements Draft {

    private Template template;

    TemplateDraft(Template template) {
        this.template = template;
    }

    Template template() {
        return template;
    }

    void template(UnaryOperator<Template> change) {
        template = change.apply(template);
    }

    KeyMenu keys() {
        return keysOf(template);
    }

    static KeyMenu keysOf(Template template) {
        return Objects.requireNonNullElse(template.keys(), KeyMenu.NONE);
    }

    void keys(KeyMenu keys) {
        template = template.withKeys(keys);
    }

    @Override
    public void carry(String field, @Nullable JsonNode value) {
        template = template.withCarried(new CarriedFields(template.carried()).with(field, value));
    }
}
