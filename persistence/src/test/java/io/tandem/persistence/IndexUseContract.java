package io.tandem.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.campaigns.model.Address;
import io.tandem.campaigns.model.Destination;
import io.tandem.campaigns.model.Destination.PhoneNumber;
import io.tandem.campaigns.model.Disposition;
import io.tandem.campaigns.model.Target;
import io.tandem.campaigns.model.TargetState;
import io.tandem.campaigns.ports.AttemptStore.RecordSearch;
import io.tandem.campaigns.ports.Page;
import io.tandem.campaigns.ports.SchedulerStore.Claim;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What is read in every turn costs what it returns. Each look is taken at a tenant that came after the last ANALYZE,
 * as one is that was made this morning and imported a million targets.
 */
abstract class IndexUseContract extends SchedulerContract {

    IndexUseContract(TestDatabase database) {
        super(database);
    }

    @BeforeEach
    void aTenantThatThePlannerDoesNotKnow() throws SQLException {
        fill(other, random.id());
        database.asOwner(database.isPostgres() ? "ANALYZE target" : "ANALYZE TABLE target");
        fill(tenant, list);
    }

    private void fill(io.tandem.campaigns.model.TenantId of, UUID into) {
        List<Target> many = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            Target target = target(of, into);
            many.add(i % 3 == 0 ? target : i % 3 == 1 ? target.withState(TargetState.DONE) : target.withDeleted(NOW));
        }
        in(of, () -> targets.insertAll(of, many));
    }

    private String plan(String sql, @Nullable Object... parameters) {
        return String.join(
                "\n",
                in(
                        tenant,
                        () -> Sql.list(
                                database.bean(Database.class).of(tenant),
                                "EXPLAIN " + sql,
                                row -> row.getString(1),
                                parameters)));
    }

    @Test
    void dueTargetsAreReadFromTheClaimIndexInItsOrder() {
        for (TargetState phase : List.of(TargetState.FRESH, TargetState.RETRY)) {
            assertReadInOrder(
                    plan(JdbcSchedulerStore.dueSql(phase, false, ""), tenant, list, NOW, tenant, list, 100),
                    "target_claim");
            assertReadInOrder(
                    plan(JdbcSchedulerStore.dueSql(phase, true, ""), tenant, list, "mobi", NOW, tenant, list, 100),
                    "target_claim_network");
        }
    }

    @Test
    void dueTargetsBehindAPlaceAreReadFromTheClaimIndexInItsOrder() {
        for (TargetState phase : List.of(TargetState.FRESH, TargetState.RETRY)) {
            String together = JdbcSchedulerStore.TOGETHER;
            String later = JdbcSchedulerStore.LATER;
            assertReadInOrder(
                    plan(
                            JdbcSchedulerStore.dueSql(phase, false, together),
                            tenant,
                            list,
                            NOW,
                            NOW,
                            random.id(),
                            tenant,
                            list,
                            100),
                    "target_claim");
            assertReadInOrder(
                    plan(JdbcSchedulerStore.dueSql(phase, false, later), tenant, list, NOW, NOW, tenant, list, 100),
                    "target_claim");
            assertReadInOrder(
                    plan(
                            JdbcSchedulerStore.dueSql(phase, true, later),
                            tenant,
                            list,
                            "mobi",
                            NOW,
                            NOW,
                            tenant,
                            list,
                            100),
                    "target_claim_network");
        }
    }

    @Test
    void pushedTargetsAreReadFromTheirOwnIndexes() {
        PushReads pushes = new PushReads(database.isPostgres());

        for (boolean byNetwork : List.of(false, true)) {
            assertReadInOrder(
                    byNetwork
                            ? plan(
                                    pushes.waitingSql(true, PushReads.FROM),
                                    tenant,
                                    list,
                                    NOW,
                                    NOW,
                                    "mobi",
                                    tenant,
                                    list,
                                    9)
                            : plan(pushes.waitingSql(false, PushReads.FROM), tenant, list, NOW, NOW, tenant, list, 9),
                    "target_push");
            assertReadInOrder(
                    byNetwork
                            ? plan(
                                    pushes.waitingSql(true, PushReads.LATER),
                                    tenant,
                                    list,
                                    NOW,
                                    NOW,
                                    "mobi",
                                    tenant,
                                    list,
                                    9)
                            : plan(pushes.waitingSql(false, PushReads.LATER), tenant, list, NOW, NOW, tenant, list, 9),
                    "target_push");
        }
        assertReadInOrder(plan(pushes.overSql(), tenant, NOW, NOW, 100), "target_push_end");
        assertReadInOrder(plan(pushes.nextSql(), tenant, NOW), "target_push_end");
        assertThat(plan(pushes.listsSql(), Sql.Array.ofUuids(List.of(list)), tenant, NOW))
                .containsIgnoringCase("target_push");
    }

    private void assertReadInOrder(String plan, String index) {
        assertThat(plan).containsIgnoringCase(index);
        if (database.isPostgres()) {
            assertThat(plan).doesNotContain("Sort");
        } else {
            assertThat(plan).contains("index sorted");
        }
    }

    @Test
    void aReplanningReadsOnlyWhatIsIdleInItsOrder() {
        for (TargetState phase : List.of(TargetState.RETRY, TargetState.EXHAUSTED)) {
            String first = plan(JdbcReplanStore.fromSql(phase, ""), tenant, list, 100);
            String together = plan(
                    JdbcReplanStore.fromSql(phase, "AND due_at = ? AND id > ?"), tenant, list, NOW, random.id(), 100);
            String later = plan(JdbcReplanStore.fromSql(phase, "AND due_at > ?"), tenant, list, NOW, 100);

            boolean ownIndex = database.isPostgres() && phase == TargetState.EXHAUSTED;
            for (String plan : List.of(first, together, later)) {
                assertThat(plan).containsIgnoringCase(ownIndex ? "target_exhausted" : "target_claim");
                if (database.isPostgres()) {
                    assertThat(plan).doesNotContain("Sort");
                } else {
                    assertThat(plan).contains("index sorted");
                }
            }
        }
    }

    @Test
    void aRowIsFoundByItsKey() {
        String update = plan(
                "UPDATE target SET attempt = NULL WHERE tenant = ? AND id = ? AND attempt = ? AND deleted_at IS NULL",
                tenant,
                random.id(),
                random.id());
        String claim = plan(
                "UPDATE target SET attempt = NULL WHERE tenant = ? AND id = ? AND COALESCE(state, '') = ?",
                tenant,
                random.id(),
                TargetState.FRESH);

        String replan = plan(
                "UPDATE target SET state = ?, due_at = ? WHERE tenant = ? AND id = ? AND COALESCE(state, '') = ?"
                        + " AND due_at = ? AND last_called_at IS NOT DISTINCT FROM ?",
                TargetState.RETRY,
                NOW,
                tenant,
                random.id(),
                TargetState.EXHAUSTED,
                NOW,
                NOW);

        String key = database.isPostgres() ? "target_pkey" : "PRIMARY_KEY";
        assertThat(update).contains(key);
        assertThat(claim).contains(key);
        assertThat(replan).contains(key);
    }

    /** Though the planner may believe that nothing was placed on that day. */
    @Test
    void theAttemptsAtANumberAreFoundByIt() throws SQLException {
        List<Target> called =
                Stream.generate(() -> target(tenant, list)).limit(3_000).toList();
        in(tenant, () -> targets.insertAll(tenant, called));
        TurnBuilder turn = turn();
        called.forEach(target -> turn.claim(target, attempt(target, campaign)));
        commit(turn);
        database.asOwner(database.isPostgres() ? "ANALYZE attempt" : "ANALYZE TABLE attempt");

        String plan = plan(
                NumberAttempts.SQL,
                tenant,
                NOW.plusSeconds(86_400),
                NOW.plusSeconds(2 * 86_400),
                Sql.Array.ofTexts(List.of("tel:" + random.number(), "tel:" + random.number())));

        assertThat(plan).containsIgnoringCase(database.isPostgres() ? "attempt_number" : "attempt_to_page");
    }

    @Test
    void whoAnotherRulePutOffIsFoundByIt() {
        for (String than : List.of("<", ">")) {
            assertReadInOrder(plan(Refusals.othersSql(than), tenant, "2 a day in UTC", 500), "target_postponed");
        }
        String update = plan(
                "UPDATE target SET due_at = ? WHERE tenant = ? AND id = ? AND COALESCE(state, '') = ? AND due_at = ?",
                NOW,
                tenant,
                random.id(),
                TargetState.RETRY,
                NOW);

        assertThat(update).contains(database.isPostgres() ? "target_pkey" : "PRIMARY_KEY");
    }

    /** In whichever order they ask for them: of a number that nobody had, and of one that every call had. */
    @Test
    void recordsOfANumberAreReadFromItsIndex() throws SQLException {
        fillRecords(other);
        database.asOwner(database.isPostgres() ? "ANALYZE attempt" : "ANALYZE TABLE attempt");
        fillRecords(tenant);
        Destination called = new PhoneNumber("+84903123456");
        RecordSearch search = RecordSearch.ALL.withParty(List.of(called));

        for (RecordFilter look : RecordFilter.of(tenant, search)) {
            String sql = JdbcAttemptStore.endedSql(look, search, Paging.by("placed_at", Page.first(10)));
            List<Object> parameters = new ArrayList<>(look.parameters());
            parameters.add(10);
            assertReadInOrder(
                    plan(sql, parameters.toArray()),
                    "to_address".equals(look.column()) ? "attempt_to_page" : "attempt_from_page");
        }
    }

    private void fillRecords(io.tandem.campaigns.model.TenantId of) {
        UUID campaign = random.id();
        Target target = target(of, list);
        List<Claim> records = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            records.add(new Claim(
                    target,
                    attempt(target, campaign)
                            .withFrom(Address.of(new PhoneNumber("+842873003586")))
                            .withTo(Address.of(new PhoneNumber(random.number())))
                            .withPlaced(NOW.plusSeconds(i))
                            .withEnded(NOW.plusSeconds(i))
                            .withDisposition(Disposition.BUSY),
                    NOW));
        }
        in(of, () -> AttemptRows.insert(database.bean(Database.class).of(of), random.id(), random.id(), records));
    }

    @Test
    void aPassOverNetworksReadsAndLocksByTheKey() {
        String key = database.isPostgres() ? "target_pkey" : "PRIMARY_KEY";
        in(tenant, () -> {
            if (database.isPostgres()) {
                Sql.first(database.bean(Database.class).of(tenant), JdbcNetworkStore.IN_KEY_ORDER, row -> true);
            }
            assertThat(plan(JdbcNetworkStore.nextSql(false, true), tenant, random.id(), 100))
                    .contains(key)
                    .doesNotContain("Sort");
            assertThat(plan(JdbcNetworkStore.nextSql(true, true), tenant, random.id(), 100))
                    .contains(key);
        });
        assertThat(plan(JdbcNetworkStore.LOCK_IDLE, tenant, Sql.Array.ofUuids(List.of(random.id(), random.id()))))
                .contains(key);
    }

    @Test
    void rowsAreFoundByTheirKeys() {
        String plan = plan(
                "SELECT t.id FROM UNNEST(?) AS called(target) JOIN target t ON t.id = called.target WHERE t.tenant = ?",
                Sql.Array.ofUuids(List.of(random.id(), random.id())),
                tenant);

        assertThat(plan).contains(database.isPostgres() ? "target_pkey" : "PRIMARY_KEY");
    }

    @Test
    void pagesAreReadInTheOrderOfTheirIndex() {
        String plan = plan(
                "SELECT * FROM target WHERE tenant = ? AND state <> 'DELETED' AND list = ?"
                        + " ORDER BY tenant, list, created_at DESC, id DESC LIMIT 20",
                tenant,
                list);

        assertThat(plan).containsIgnoringCase("target_list_page_of");
        if (!database.isPostgres()) {
            assertThat(plan).contains("index sorted");
        }
    }
}
