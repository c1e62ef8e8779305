package io.tandem.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tandem.campaigns.model.Audio;
import io.tandem.campaigns.model.Carrier;
import io.tandem.campaigns.model.Template;
import io.tandem.campaigns.ports.AudioStore;
import io.tandem.campaigns.ports.NamedStore;
import io.tandem.campaigns.ports.NamedStore.NameReserved;
import io.tandem.campaigns.ports.Page;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

abstract class NamedStoreContract extends StoreContract {

    private final NamedStore<Carrier> carriers;
    private final AudioStore audios;

    NamedStoreContract(TestDatabase database) {
        super(database);
        carriers = (NamedStore<Carrier>) database.objects(Carrier.class);
        audios = database.bean(AudioStore.class);
    }

    private Carrier carrier(String name) {
        return random.carrier(tenant).withName(name);
    }

    private Audio audio(String name) {
        return new Audio(tenant, random.id(), name, random.id(), 3, NOW, null, null);
    }

    @Test
    void findsALivingObjectByItsTrimmedName() {
        Carrier one = stored(carriers, carrier(" One "));
        stored(carriers, carrier("Two"));

        in(tenant, () -> {
            assertThat(carriers.named(tenant, "One")).contains(one);
            assertThat(carriers.named(tenant, " One\t")).contains(one);
            assertThat(carriers.named(tenant, "one")).isEmpty();
        });
        in(other, () -> assertThat(carriers.named(other, "One")).isEmpty());
    }

    @Test
    void refusesTheNameOfAnotherLivingObject() {
        Carrier one = stored(carriers, carrier("One"));
        Carrier two = stored(carriers, carrier("Two"));

        assertThatThrownBy(() -> stored(carriers, carrier("One "))).isInstanceOf(NameReserved.class);
        assertThatThrownBy(() -> in(tenant, () -> carriers.update(two.withName("One"))))
                .isInstanceOf(NameReserved.class);
        in(tenant, () -> carriers.update(one.withName("One")));
        stored(carriers, carrier("One").withTenant(other));
        in(tenant, () -> carriers.update(one.withDeleted(NOW)));
        in(tenant, () -> carriers.update(two.withName("One")));
        stored(database.objects(Template.class), random.template(tenant).withName("One"));
    }

    @Test
    void givesANameToOneOfManyRivals() throws Exception {
        AtomicInteger refused = new AtomicInteger();

        List<CompletableFuture<Void>> rivals = IntStream.range(0, 6)
                .mapToObj(i -> Rivals.run(() -> {
                    try {
                        stored(carriers, carrier("Wanted"));
                    } catch (NameReserved e) {
                        refused.incrementAndGet();
                    }
                }))
                .toList();

        CompletableFuture.allOf(rivals.toArray(CompletableFuture[]::new)).get(60, TimeUnit.SECONDS);
        assertThat(refused).hasValue(5);
    }

    @Test
    void keepsSoundFiles() {
        Audio audio = stored(audios, audio("a.wav"));
        Audio longer = stored(audios, audio("b.wav"));
        byte[] file = new byte[700_000];
        file[699_999] = 7;

        in(tenant, () -> {
            audios.write(tenant, audio.id(), new byte[] {1, 2, 3});
            audios.write(tenant, longer.id(), file);
        });

        in(tenant, () -> {
            assertThat(audios.read(tenant, audio.id())).containsExactly(1, 2, 3);
            assertThat(audios.read(tenant, longer.id())).isEqualTo(file);
            assertThat(audios.page(tenant, "a.wav", Page.first(9))).containsExactly(audio);
            assertThat(audios.page(tenant, "c.wav", Page.first(9))).isEmpty();
            assertThat(audios.page(tenant, null, Page.first(9))).containsExactlyInAnyOrder(audio, longer);
            assertThat(audios.count(tenant, "a.wav")).isEqualTo(1);
            assertThat(audios.count(tenant, null)).isEqualTo(2);
            audios.drop(tenant, audio.id());
        });
    }
}
