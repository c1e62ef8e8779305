package io.tandem.gateway;

/** A setting that cannot be used; the message is a sentence for the operator that names the variable. */
public final class BadSetting extends IllegalArgumentException {

    public BadSetting(String sentence) {
        super(sentence);
    }
}
