package io.tandem.gateway.security;

/** The text of an access key: {@code vb_} and 32 letters and digits; lists show the first 11. (voipbin-v1.md, 1.3) */
public final class AccessKeySecret {

    private static final String PREFIX = "vb_";
    private static final int LETTERS = 32;
    private static final int SHOWN = 11;

    private AccessKeySecret() {}

    public static String random() {
        return PREFIX + RandomSecrets.letters(LETTERS);
    }

    /** What lists show of it. */
    public static String shown(String secret) {
        return secret.substring(0, Math.min(SHOWN, secret.length()));
    }
}
