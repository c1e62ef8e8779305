package io.tandem.campaigns.ports;

import io.tandem.campaigns.model.Target;
import java.util.Map;

/** What fills the placeholders of a template that a target hears. (autocall-v3.md, 1.6) */
@FunctionalInterface
public interface TargetValues {

    /** Name to text; what the target says nothing of is left out. Reads nothing; for any thread. */
    Map<String, String> of(Target target);
}
