package io.tandem.campaigns.model;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a template does with keys that the called party presses. (autocall-v3.md, 1.7)
 *
 * @param enabled one that is not is kept and not offered
 * @param options a key at most once
 * @param exit heard before the gateway hangs up, null for nothing
 * @param invalid heard after a key that is no option, null for nothing
 * @param pressTimeout how long a key is waited for
 * @param repeats how often the template is played again when no key comes
 * @param betweenKeys how long the next key of several is waited for
 */
public record KeyMenu(
        boolean enabled,
        List<Option> options,
        @Nullable Prompt exit,
        @Nullable Prompt invalid,
        Duration pressTimeout,
        int repeats,
        Duration betweenKeys) {

    public static final KeyMenu NONE = new KeyMenu(false, List.of(), null, null, Duration.ZERO, 0, Duration.ZERO);

    public KeyMenu {
        options = List.copyOf(options);
    }

    /**
     * One key.
     *
     * @param key what is pressed: digits, a star or a hash
     * @param prompt heard then
     * @param toggled kept for the client; the platform does not say what it means
     * @param extension where the call goes after that, empty for nowhere
     */
    public record Option(String key, Prompt prompt, boolean toggled, String extension) {

        public Option withPrompt(Prompt heard) {
            return new Option(key, heard, toggled, extension);
        }
    }
}
