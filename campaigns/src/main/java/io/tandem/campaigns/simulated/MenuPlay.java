package io.tandem.campaigns.simulated;

import io.tandem.campaigns.model.KeyMenu;
import io.tandem.campaigns.model.KeyMenu.Option;
import io.tandem.campaigns.model.Template;
import io.tandem.campaigns.simulated.Keypad.Stroke;
import io.tandem.campaigns.simulated.Played.Ending;
import io.tandem.campaigns.simulated.Played.Pressing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Plays a template, filled in, and its menu. (autocall-v3.md, 1.7; docs/decisions/0014)
 *
 * <p>The content is played and a key waited for. Pressing one interrupts the content. A key that the menu offers plays
 * its own sound and ends the menu; any other plays the invalid sound. Without a key that is offered the content is
 * played again, as often as the menu repeats. Last comes the exit sound, and the script hangs up.
 */
final class MenuPlay {

    private final Template template;
    private final KeyMenu menu;
    private final List<Option> offered;
    private final Keypad keypad;
    private final List<Pressing> entries = new ArrayList<>();
    private Duration now = Duration.ZERO;

    private MenuPlay(Template template, Keypad keypad) {
        this.template = template;
        this.keypad = keypad;
        menu = Objects.requireNonNullElse(template.keys(), KeyMenu.NONE);
        offered = menu.enabled()
                ? menu.options().stream()
                        .filter(option -> option.prompt().enabled())
                        .toList()
                : List.of();
    }

    static Played of(Template template, Keypad keypad) {
        MenuPlay play = new MenuPlay(template, keypad);
        Duration content = Sound.of(template.voice(), template.content(), template.speed());
        if (play.offered.isEmpty()) {
            play.now = content;
        } else {
            play.offer(content);
        }
        play.now = play.now.plus(Sound.of(play.menu.exit(), template.speed()));
        return new Played(Ending.HANGS_UP, play.now, play.entries);
    }

    private void offer(Duration content) {
        for (int round = 0; round <= menu.repeats(); round++) {
            Duration until = now.plus(content).plus(menu.pressTimeout());
            Stroke first = keypad.next(until);
            if (first == null) {
                now = until;
                continue;
            }
            Option chosen = option(gathered(first));
            now = now.plus(Sound.of(chosen == null ? menu.invalid() : chosen.prompt(), template.speed()));
            if (chosen != null) {
                return;
            }
        }
    }

    /** All keys of one choice: another is waited for as long as a longer option may be meant. */
    private String gathered(Stroke first) {
        StringBuilder typed = new StringBuilder();
        Stroke key = first;
        Duration last = now;
        while (key != null) {
            last = later(last, key.after());
            now = last;
            typed.append(key.key());
            Duration until = now.plus(menu.betweenKeys());
            boolean mayGoOn = mayGoOn(typed.toString());
            key = mayGoOn ? keypad.next(until) : null;
            if (mayGoOn && key == null) {
                now = until;
            }
        }
        entries.add(new Pressing(last, typed.toString()));
        return typed.toString();
    }

    private boolean mayGoOn(String typed) {
        return offered.stream()
                .anyMatch(option ->
                        option.key().length() > typed.length() && option.key().startsWith(typed));
    }

    private @Nullable Option option(String typed) {
        return offered.stream()
                .filter(option -> option.key().equals(typed))
                .findFirst()
                .orElse(null);
    }

    static Duration later(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }
}
