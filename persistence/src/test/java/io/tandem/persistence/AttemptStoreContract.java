package io.tandem.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.campaigns.model.Address;
import io.tandem.campaigns.model.CallAttempt;
import io.tandem.campaigns.model.Destination;
import io.tandem.campaigns.model.Disposition;
import io.tandem.campaigns.model.Target;
import io.tandem.campaigns.ports.AttemptStore.RecordSearch;
import io.tandem.campaigns.ports.Page;
import io.tandem.campaigns.ports.SchedulerStore.Claim;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

abstract class AttemptStoreContract extends StoreContract {

    private final UUID campaign = random.id();
    private final Target target = target(tenant, random.id());

    AttemptStoreContract(TestDatabase database) {
        super(database);
    }

    private CallAttempt stored(CallAttempt attempt) {
        Target from = target.withTenant(attempt.tenant());
        in(
                attempt.tenant(),
                () -> AttemptRows.insert(
                        database.bean(Database.class).of(attempt.tenant()),
                        random.id(),
                        random.id(),
                        List.of(new Claim(from, attempt, attempt.placed()))));
        return attempt;
    }

    @Test
    void readsBackWhatWasWritten() {
        for (int i = 0; i < 100; i++) {
            CallAttempt attempt = stored(random.attempt(random.target(tenant, random.id())));

            assertThat(read(attempt)).isEqualTo(attempt);
        }
    }

    @Test
    void pagesByPlacedThenIdAndCounts() {
        CallAttempt first = stored(attempt(target, campaign));
        CallAttempt second = stored(attempt(target, random.id()).withPlaced(NOW.plusSeconds(1)));
        CallAttempt third =
                stored(attempt(target, campaign).withId(new UUID(-1, 0)).withPlaced(NOW.plusSeconds(2)));
        CallAttempt fourth =
                stored(attempt(target, campaign).withId(new UUID(-1, 1)).withPlaced(NOW.plusSeconds(2)));
        stored(attempt(target, campaign).withDeleted(NOW));

        in(tenant, () -> {
            assertThat(attempts.page(tenant, null, Page.first(9))).containsExactly(fourth, third, second, first);
            assertThat(attempts.page(tenant, campaign, Page.first(9))).containsExactly(fourth, third, first);
            assertThat(attempts.page(tenant, campaign, Page.olderThan(9, fourth.placed(), fourth.id())))
                    .containsExactly(third, first);
            assertThat(attempts.page(tenant, null, Page.skipping(2, 1))).containsExactly(third, second);
            assertThat(attempts.count(tenant, null)).isEqualTo(4);
            assertThat(attempts.count(tenant, campaign)).isEqualTo(3);
        });
    }

    @Test
    void removesAnEndedAttemptOnce() {
        CallAttempt attempt = stored(attempt(target, campaign).withEnded(NOW));

        in(tenant, () -> {
            assertThat(attempts.remove(tenant, attempt.id(), NOW)).isTrue();
            assertThat(attempts.remove(tenant, attempt.id(), NOW)).isFalse();
            assertThat(attempts.remove(tenant, random.id(), NOW)).isFalse();
            assertThat(attempts.count(tenant, campaign)).isZero();
            assertThat(attempts.page(tenant, null, Page.first(9))).isEmpty();
        });
        assertThat(read(attempt)).isEqualTo(attempt.withDeleted(NOW).withUpdated(NOW));
    }

    @Test
    void doesNotRemoveAnAttemptThatIsUp() {
        CallAttempt attempt = stored(attempt(target, campaign));

        assertThat(in(tenant, () -> attempts.remove(tenant, attempt.id(), NOW))).isFalse();

        assertThat(read(attempt)).isEqualTo(attempt);
    }

    @Test
    void anotherTenantsAttemptLooksUnknown() {
        CallAttempt attempt = stored(attempt(target, campaign).withEnded(NOW));

        in(other, () -> {
            assertThat(attempts.find(other, attempt.id())).isEmpty();
            assertThat(attempts.page(other, null, Page.first(9))).isEmpty();
            assertThat(attempts.page(other, campaign, Page.first(9))).isEmpty();
            assertThat(attempts.count(other, campaign)).isZero();
            assertThat(attempts.remove(other, attempt.id(), NOW)).isFalse();
        });
        assertThat(read(attempt)).isEqualTo(attempt);
    }

    private CallAttempt ended(Disposition disposition) {
        return attempt(target, campaign).withEnded(NOW.plusSeconds(5)).withDisposition(disposition);
    }

    @Test
    void findsEndedRecordsByWhatIsAskedFor() {
        Destination caller = new Destination.NotDialable("tel", "02873003586");
        Destination called = new Destination.PhoneNumber("+84903000001");
        CallAttempt busy =
                stored(ended(Disposition.BUSY).withFrom(Address.of(caller)).withTo(Address.of(called)));
        CallAttempt answered = stored(
                ended(Disposition.ANSWERED).withPlaced(NOW.plusSeconds(60)).withEnded(NOW.plusSeconds(90)));
        stored(attempt(target, campaign));
        stored(ended(Disposition.BUSY).withDeleted(NOW));

        assertThat(found(RecordSearch.ALL)).containsExactly(answered, busy);
        assertThat(found(RecordSearch.ALL.withCampaign(campaign))).containsExactly(answered, busy);
        assertThat(found(RecordSearch.ALL.withCampaign(random.id()))).isEmpty();
        assertThat(found(RecordSearch.ALL.withList(target.list()))).containsExactly(answered, busy);
        assertThat(found(RecordSearch.ALL.withDispositions(Set.of(Disposition.BUSY))))
                .containsExactly(busy);
        assertThat(found(RecordSearch.ALL.withFrom(List.of(caller)))).containsExactly(busy);
        assertThat(found(RecordSearch.ALL.withParty(List.of(called)))).containsExactly(busy);
        assertThat(found(RecordSearch.ALL.withParty(List.of(caller)))).containsExactly(busy);
        assertThat(found(RecordSearch.ALL.withPlacedFrom(NOW.plusSeconds(60)))).containsExactly(answered);
        assertThat(found(RecordSearch.ALL.withPlacedTo(NOW.plusSeconds(60)))).containsExactly(busy);
        assertThat(found(RecordSearch.ALL.withEndedFrom(NOW.plusSeconds(90)))).containsExactly(answered);
        assertThat(found(RecordSearch.ALL.withEndedTo(NOW.plusSeconds(90)))).containsExactly(busy);
        in(
                other,
                () -> assertThat(attempts.ended(other, RecordSearch.ALL, Page.first(9)))
                        .isEmpty());
    }

    @Test
    void pagesOverAllFormsAndSidesOfANumberAndFindsEachRecordOnce() {
        Destination written = new Destination.NotDialable("tel", "0903000001");
        Destination number = new Destination.PhoneNumber("+84903000001");
        Destination other = new Destination.PhoneNumber("+84903000002");
        List<CallAttempt> stored = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            Destination from = i % 3 == 0 ? written : i % 3 == 1 ? number : other;
            Destination to = i % 2 == 0 ? number : other;
            stored.add(
                    0,
                    stored(ended(Disposition.BUSY)
                            .withFrom(Address.of(from))
                            .withTo(Address.of(to))
                            .withPlaced(NOW.plusSeconds(i))));
        }
        RecordSearch party = RecordSearch.ALL.withParty(List.of(number, written));
        List<CallAttempt> expected = stored.stream()
                .filter(attempt -> !attempt.to().destination().equals(other)
                        || !attempt.from().destination().equals(other))
                .toList();

        assertThat(found(party)).isEqualTo(expected);
        assertThat(found(party.withFrom(List.of(other))))
                .isEqualTo(expected.stream()
                        .filter(attempt -> attempt.from().destination().equals(other))
                        .toList());
        in(tenant, () -> {
            assertThat(attempts.ended(tenant, party, Page.skipping(2, 3))).isEqualTo(expected.subList(3, 5));
            assertThat(attempts.ended(tenant, party, Page.skipping(9, Long.MAX_VALUE)))
                    .isEmpty();
            CallAttempt last = expected.get(2);
            assertThat(attempts.ended(tenant, party, Page.olderThan(2, last.placed(), last.id())))
                    .isEqualTo(expected.subList(3, 5));
        });
    }

    /** Longer than a row of an index may be, however well it is compressed. */
    @Test
    void anAddressOfAnyLengthIsKeptAndFound() {
        String text =
                IntStream.range(0, 400).mapToObj(i -> random.id().toString()).collect(Collectors.joining());
        Destination endless = new Destination.NotDialable("x", text);
        CallAttempt called = stored(ended(Disposition.INVALID_NUMBER).withTo(Address.of(endless)));
        CallAttempt calling =
                stored(ended(Disposition.BUSY).withFrom(Address.of(endless)).withPlaced(NOW.plusSeconds(1)));

        assertThat(found(RecordSearch.ALL.withParty(List.of(endless)))).containsExactly(calling, called);
        assertThat(found(RecordSearch.ALL.withFrom(List.of(endless)))).containsExactly(calling);
    }

    private List<CallAttempt> found(RecordSearch search) {
        return in(tenant, () -> {
            List<CallAttempt> all = attempts.ended(tenant, search, Page.first(9));
            assertThat(attempts.countEnded(tenant, search)).isEqualTo(all.size());
            return all;
        });
    }

    @Test
    void countsResultsByCampaignWithoutRemovedOnes() {
        stored(ended(Disposition.BUSY));
        stored(ended(Disposition.BUSY).withDeleted(NOW));
        stored(ended(Disposition.ANSWERED));
        CallAttempt elsewhere = stored(ended(Disposition.FAILED).withCampaign(random.id()));
        CallAttempt open = stored(attempt(target, campaign));

        in(tenant, () -> {
            assertThat(attempts.results(tenant, RecordSearch.ALL))
                    .isEqualTo(Map.of(
                            campaign,
                            Map.of(Disposition.BUSY, 1L, Disposition.ANSWERED, 1L),
                            elsewhere.campaign(),
                            Map.of(Disposition.FAILED, 1L)));
            assertThat(attempts.open(tenant)).containsExactly(open);
        });
    }

    @Test
    void findsTheLatestAttemptOfTargets() {
        Target called = target(tenant, random.id()).withLastCalled(NOW.plusSeconds(60));
        Target never = target(tenant, random.id());
        in(tenant, () -> targets.insertAll(tenant, List.of(called, never)));
        stored(attempt(called, campaign));
        CallAttempt last = stored(attempt(called, campaign).withPlaced(NOW.plusSeconds(60)));
        stored(attempt(target, campaign).withPlaced(NOW.plusSeconds(60)));

        in(tenant, () -> {
            assertThat(attempts.latest(tenant, List.of(called, never))).isEqualTo(Map.of(called.id(), last));
            assertThat(attempts.latest(tenant, List.of())).isEmpty();
        });
    }
}
