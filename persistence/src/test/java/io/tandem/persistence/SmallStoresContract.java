package io.tandem.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tandem.campaigns.model.Tenant;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.CallReferenceStore;
import io.tandem.campaigns.ports.CallReferenceStore.Reference;
import io.tandem.campaigns.ports.Credential;
import io.tandem.campaigns.ports.CredentialStore;
import io.tandem.campaigns.ports.DoNotCallStore;
import io.tandem.campaigns.ports.DoNotCallStore.Entry;
import io.tandem.campaigns.ports.Page;
import io.tandem.campaigns.ports.SettingStore;
import io.tandem.campaigns.ports.TenantStore;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Counters, the do-not-call list, and what is the operator's. */
abstract class SmallStoresContract extends StoreContract {

    private final DoNotCallStore doNotCall;
    private final TenantStore tenants;
    private final CredentialStore credentials;
    private final SettingStore settings;

    SmallStoresContract(TestDatabase database) {
        super(database);
        doNotCall = database.bean(DoNotCallStore.class);
        tenants = database.bean(TenantStore.class);
        credentials = database.bean(CredentialStore.class);
        settings = database.bean(SettingStore.class);
    }

    @Test
    void countersAddUp() {
        UUID subject = random.id();

        in(tenant, () -> tallies.add(tenant, subject, Map.of("BUSY", 2L, "ANSWERED", 1L)));
        in(tenant, () -> tallies.add(tenant, subject, Map.of("BUSY", 3L, "ANSWERED", -1L, "FAILED", 0L)));
        in(other, () -> tallies.add(other, subject, Map.of("BUSY", 100L)));

        assertThat(tally(subject)).isEqualTo(Map.of("BUSY", 5L, "ANSWERED", 0L));
        assertThat(tally(random.id())).isEmpty();
    }

    @Test
    void noAdditionIsLostBetweenTransactions() throws Exception {
        UUID subject = random.id();
        List<CompletableFuture<Void>> all = IntStream.range(0, 4)
                .mapToObj(i -> Rivals.run(() -> {
                    for (int n = 0; n < 25; n++) {
                        in(tenant, () -> tallies.add(tenant, subject, Map.of("A", 1L, "B", 1L, "C", 1L)));
                    }
                }))
                .toList();

        CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).get(60, TimeUnit.SECONDS);

        assertThat(tally(subject)).isEqualTo(Map.of("A", 100L, "B", 100L, "C", 100L));
    }

    private Entry entry(String number, String description) {
        return new Entry(random.id(), number, "0" + number.substring(3), description, NOW);
    }

    @Test
    void showsTheDoNotCallList() {
        Entry first = entry("+84911", "a");
        Entry second = new Entry(random.id(), "+84912", "0912", "", NOW.plusSeconds(1));
        in(tenant, () -> {
            doNotCall.add(tenant, first);
            doNotCall.add(tenant, second);
        });

        in(tenant, () -> {
            assertThat(doNotCall.page(tenant, Page.first(9))).containsExactly(second, first);
            assertThat(doNotCall.page(tenant, Page.skipping(1, 1))).containsExactly(first);
            assertThat(doNotCall.count(tenant)).isEqualTo(2);
            assertThat(doNotCall.find(tenant, first.id())).contains(first);
            assertThat(doNotCall.byNumber(tenant, "+84912")).contains(second);
            assertThat(doNotCall.byNumber(tenant, "+84913")).isEmpty();
        });
        in(other, () -> {
            assertThat(doNotCall.find(other, first.id())).isEmpty();
            assertThat(doNotCall.count(other)).isZero();
        });
    }

    @Test
    void aReferenceStandsForOneCallUntilItIsOld() {
        CallReferenceStore references = database.bean(CallReferenceStore.class);
        Reference one = new Reference(random.id(), random.id());
        Reference two = new Reference(random.id(), random.id());
        Instant later = NOW.plusSeconds(10);

        in(tenant, () -> {
            assertThat(references.take(tenant, "r", one, NOW, NOW.minusSeconds(5)))
                    .isTrue();
            assertThat(references.take(tenant, "r", two, later, NOW)).isFalse();
            assertThat(references.find(tenant, "r")).contains(one);
            assertThat(references.take(tenant, "r", two, later, NOW.plusSeconds(1)))
                    .isTrue();
            assertThat(references.find(tenant, "r")).contains(two);
        });
        in(other, () -> {
            assertThat(references.find(other, "r")).isEmpty();
            assertThat(references.take(other, "r", one, NOW, NOW)).isTrue();
        });
    }

    @Test
    void keepsTheDoNotCallListOfEachTenant() {
        in(tenant, () -> {
            assertThat(doNotCall.add(tenant, entry("+84901", "asked to"))).isTrue();
            assertThat(doNotCall.add(tenant, entry("+84901", "asked again"))).isFalse();
            assertThat(doNotCall.add(tenant, entry("+84902", ""))).isTrue();
        });
        in(other, () -> {
            assertThat(doNotCall.listed(other, List.of("+84901"))).isEmpty();
            assertThat(doNotCall.remove(other, "+84901")).isFalse();
        });
        in(tenant, () -> {
            assertThat(doNotCall.listed(tenant, List.of("+84901", "+84902", "+84903")))
                    .isEqualTo(Set.of("+84901", "+84902"));
            assertThat(doNotCall.listed(tenant, List.of())).isEmpty();
            assertThat(doNotCall.remove(tenant, "+84901")).isTrue();
            assertThat(doNotCall.remove(tenant, "+84901")).isFalse();
            assertThat(doNotCall.listed(tenant, List.of("+84901"))).isEmpty();
        });
        assertThat(scheduler.doNotCall(tenant, List.of("+84901", "+84902"))).isEqualTo(Set.of("+84902"));
        assertThat(scheduler.doNotCall(other, List.of("+84902"))).isEmpty();
    }

    @Test
    void keepsTenants() {
        Tenant first = random.tenant().withCreated(NOW.minus(10_000, ChronoUnit.DAYS));
        Tenant second = random.tenant().withCreated(NOW.minus(9_999, ChronoUnit.DAYS));
        tenants.insert(second);
        tenants.insert(first);
        Tenant changed = second.withSuspended(!second.suspended()).withUpdated(NOW);
        assertThat(tenants.edit(changed.id(), before -> changed)).contains(changed);

        assertThat(tenants.find(first.id())).contains(first);
        assertThat(tenants.find(random.tenantId())).isEmpty();
        assertThat(tenants.all()).containsSubsequence(first, changed);
        assertThat(tenants.edit(random.tenantId(), before -> before)).isEmpty();
        assertThatThrownBy(() -> tenants.insert(first)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void aDeletedTenantAndItsCredentialsAreGoneAndItsRowsStay() {
        Credential key = random.credential(tenant);
        credentials.insert(key);
        storedCampaign(tenant, io.tandem.campaigns.model.Run.STOPPED);

        assertThat(tenants.delete(tenant, NOW)).isTrue();

        assertThat(tenants.delete(tenant, NOW)).isFalse();
        assertThat(tenants.delete(random.tenantId(), NOW)).isFalse();
        assertThat(tenants.find(tenant)).isEmpty();
        assertThat(tenants.all()).extracting(Tenant::id).doesNotContain(tenant).contains(other);
        assertThat(credentials.byLookup(key.kind(), key.lookup())).isEmpty();
        assertThat(in(tenant, () -> campaigns.count(tenant))).isEqualTo(1);
        assertThat(scheduler.load(tenant).tenant().suspended()).isTrue();
    }

    @Test
    void findsCredentialsByKindAndLookupWhateverTheirState() {
        for (int i = 0; i < 20; i++) {
            Credential credential = random.credential(tenant);
            credentials.insert(credential);

            assertThat(credentials.byLookup(credential.kind(), credential.lookup()))
                    .contains(credential);
            assertThat(credentials.find(tenant, credential.id())).contains(credential);
            assertThat(credentials.find(other, credential.id())).isEmpty();
        }
        assertThat(credentials.byLookup(Credential.Kind.AUTOCALL_KEY, "unknown"))
                .isEmpty();
    }

    @Test
    void aLookupIsUniquePerKindAndTenant() {
        Credential first = login(tenant, "alice " + random.id());
        credentials.insert(first);
        Credential elsewhere = login(other, first.lookup());
        credentials.insert(elsewhere);

        assertThatThrownBy(() -> credentials.insert(login(tenant, first.lookup())))
                .isInstanceOf(CredentialStore.LookupTaken.class);

        Credential otherKind = new Credential(
                random.id(),
                tenant,
                Credential.Kind.AUTOCALL_LOGIN,
                first.lookup(),
                null,
                null,
                0,
                "",
                "",
                "",
                null,
                NOW,
                null,
                null);
        credentials.insert(otherKind);
        assertThat(credentials.named(first.kind(), first.lookup())).containsExactlyInAnyOrder(first, elsewhere);
        assertThat(credentials.named(first.kind(), "nobody")).isEmpty();
    }

    private Credential login(TenantId of, String lookup) {
        return new Credential(
                random.id(),
                of,
                Credential.Kind.VOIPBIN_LOGIN,
                lookup,
                "hash",
                null,
                1,
                "n",
                "d",
                "p",
                null,
                NOW,
                null,
                null);
    }

    @Test
    void pagesLivingCredentialsOfAKind() {
        Credential old = login(tenant, "a " + random.id());
        credentials.insert(old);
        Credential deleted = login(tenant, "b " + random.id());
        credentials.insert(deleted);
        credentials.insert(login(other, "c " + random.id()));
        credentials.update(withDeleted(deleted));

        assertThat(credentials.page(tenant, Credential.Kind.VOIPBIN_LOGIN, Page.first(9)))
                .containsExactly(old);
        assertThat(credentials.page(tenant, Credential.Kind.AUTOCALL_KEY, Page.first(9)))
                .isEmpty();
        assertThat(credentials.byLookup(deleted.kind(), deleted.lookup())).contains(withDeleted(deleted));
    }

    @Test
    void anUpdateMaySetALookupFree() {
        Credential first = login(tenant, "bob " + random.id());
        credentials.insert(first);
        Credential second = login(tenant, "carol " + random.id());
        credentials.insert(second);

        assertThatThrownBy(() -> credentials.update(withLookup(second, first.lookup())))
                .isInstanceOf(CredentialStore.LookupTaken.class);
        credentials.update(withLookup(first, "free " + first.id()));
        credentials.update(withLookup(second, first.lookup()));

        assertThat(credentials.byLookup(first.kind(), first.lookup())).contains(withLookup(second, first.lookup()));
    }

    private static Credential withLookup(Credential it, String lookup) {
        return new Credential(
                it.id(),
                it.tenant(),
                it.kind(),
                lookup,
                it.secretHash(),
                it.owner(),
                it.permission(),
                it.name(),
                it.detail(),
                it.prefix(),
                it.expires(),
                it.created(),
                it.updated(),
                it.deleted());
    }

    private static Credential withDeleted(Credential it) {
        return new Credential(
                it.id(),
                it.tenant(),
                it.kind(),
                it.lookup(),
                "new hash",
                it.owner(),
                7,
                "new",
                "detail",
                it.prefix(),
                it.expires(),
                it.created(),
                NOW,
                NOW);
    }

    @Test
    void anotherTenantsCredentialCannotBeChanged() {
        Credential mine = login(tenant, "d " + random.id());
        credentials.insert(mine);
        Credential forged = new Credential(
                mine.id(), other, mine.kind(), mine.lookup(), "x", null, 0, "", "", "", null, NOW, null, NOW);

        assertThatThrownBy(() -> credentials.update(forged)).isInstanceOf(IllegalStateException.class);

        assertThat(credentials.find(tenant, mine.id())).contains(mine);
    }

    @Test
    void forgetsTokensThatExpired() {
        Credential expired = token(NOW.minusSeconds(1));
        Credential valid = token(NOW);
        credentials.insert(expired);
        credentials.insert(valid);

        assertThat(credentials.forgetExpired(NOW)).isPositive();

        assertThat(credentials.find(tenant, expired.id())).isEmpty();
        assertThat(credentials.find(tenant, valid.id())).contains(valid);
    }

    private Credential token(java.time.Instant expires) {
        return new Credential(
                random.id(),
                tenant,
                Credential.Kind.AUTOCALL_TOKEN,
                "t " + random.id(),
                null,
                null,
                0,
                "",
                "",
                "",
                expires,
                NOW,
                null,
                null);
    }

    @Test
    void aCredentialJoinsTheTenantsTransaction() {
        Credential credential = login(tenant, "e " + random.id());

        assertThatThrownBy(() -> in(tenant, () -> {
                    credentials.insert(credential);
                    throw new ArithmeticException();
                }))
                .isInstanceOf(ArithmeticException.class);

        assertThat(credentials.find(tenant, credential.id())).isEmpty();
    }

    @Test
    void keepsSettings() {
        String name = "name " + random.id();

        assertThat(settings.get(name)).isEmpty();
        assertThat(settings.putIfAbsent(name, "first")).isEqualTo("first");
        assertThat(settings.putIfAbsent(name, "second")).isEqualTo("first");
        assertThat(settings.replace(name, "second", "third")).isFalse();
        assertThat(settings.replace(name, "first", "second")).isTrue();
        assertThat(settings.replace(name, "second", "third")).isTrue();
        assertThat(settings.get(name)).contains("third");
        assertThat(settings.putIfAbsent(name + "x", "new")).isEqualTo("new");
        assertThat(settings.get(name + "x")).contains("new");
    }

    @Test
    void ofManyWhoPutASettingIfAbsentOneStandsForAll() throws Exception {
        String name = "race " + random.id();
        List<CompletableFuture<String>> all = IntStream.range(0, 8)
                .mapToObj(i -> Rivals.start(() -> settings.putIfAbsent(name, "value " + i)))
                .toList();

        CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).get(30, TimeUnit.SECONDS);

        assertThat(all)
                .extracting(CompletableFuture::join)
                .containsOnly(settings.get(name).orElseThrow());
    }
}
