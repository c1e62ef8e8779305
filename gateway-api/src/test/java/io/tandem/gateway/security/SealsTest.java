package io.tandem.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tandem.campaigns.ports.SettingStore;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SealsTest {

    private static Seals seals() {
        Map<String, String> settings = new HashMap<>();
        return new Seals(new MasterSecret(new SettingStore() {
            @Override
            public Optional<String> get(String name) {
                return Optional.ofNullable(settings.get(name));
            }

            @Override
            public String putIfAbsent(String name, String value) {
                return settings.computeIfAbsent(name, unknown -> value);
            }

            @Override
            public boolean replace(String name, String before, String value) {
                return settings.replace(name, before, value);
            }
        }));
    }

    @Test
    void givesBackWhatWasSealed() {
        Seals seals = seals();

        String sealed = seals.seal("khoá bí mật");

        assertThat(sealed).doesNotContain("khoá");
        assertThat(seals.open(sealed)).isEqualTo("khoá bí mật");
        assertThat(seals.seal("khoá bí mật")).isNotEqualTo(sealed);
        assertThat(seals.open(seals.seal(""))).isEmpty();
    }

    @Test
    void isReadByNoOtherSecret() {
        String sealed = seals().seal("secret");

        assertThatThrownBy(() -> seals().open(sealed)).isInstanceOf(IllegalStateException.class);
    }
}
