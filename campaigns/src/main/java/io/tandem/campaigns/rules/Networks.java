package io.tandem.campaigns.rules;

/** Tells which network a number belongs to, by the table of prefixes as it is now. (autocall-v3.md, 2.1) */
@FunctionalInterface
public interface Networks {

    /** The network's name, empty if it is not known. */
    String networkOf(String e164);
}
