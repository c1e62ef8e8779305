package io.tandem.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tandem.campaigns.model.Audio;
import io.tandem.campaigns.model.CallAttempt;
import io.tandem.campaigns.model.EventHook;
import io.tandem.campaigns.model.Run;
import io.tandem.campaigns.model.Target;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.AudioStore;
import io.tandem.campaigns.ports.CallReferenceStore;
import io.tandem.campaigns.ports.DoNotCallStore;
import io.tandem.campaigns.ports.ImportStore;
import io.tandem.campaigns.ports.ReplanStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The second wall: SQL without a tenant in it, as the gateway's own role. */
class RowLevelSecurityTest extends SchedulerContract {

    /** What the operator owns, which is read before the tenant is known. */
    private static final Set<String> WITHOUT_POLICY =
            Set.of("ownership", "forbidding", "credential", "network_pass", "network_left");

    RowLevelSecurityTest() {
        super(TestDatabase.postgres());
    }

    private static List<String> tenantTables(Connection connection) {
        List<String> tables = Sql.list(connection, """
                SELECT table_name
                FROM information_schema.columns
                WHERE table_schema = 'public' AND column_name = 'tenant'
                """, row -> row.getString(1));
        return tables.stream().filter(table -> !WITHOUT_POLICY.contains(table)).toList();
    }

    private void fillEveryTable() {
        storedCampaign(tenant, Run.STOPPED, list);
        stored(database.objects(io.tandem.campaigns.model.DialPlan.class), random.dialPlan(tenant));
        stored(database.objects(io.tandem.campaigns.model.Template.class), random.template(tenant));
        stored(database.objects(io.tandem.campaigns.model.Carrier.class), random.carrier(tenant));
        stored(database.bean(AudioStore.class), new Audio(tenant, random.id(), "a", random.id(), 1, NOW, null, null));
        stored(
                database.objects(EventHook.class),
                new EventHook(tenant, random.id(), EventHook.Event.RECORD, "https://a.example", "", NOW, null, null));
        stored(database.objects(io.tandem.campaigns.model.Queue.class), random.queue(tenant));
        stored(database.objects(io.tandem.campaigns.model.Agent.class), random.agent(tenant));
        stored(database.objects(io.tandem.campaigns.model.Tag.class), random.tag(tenant));
        stored(database.objects(io.tandem.campaigns.model.Flow.class), random.flow(tenant));
        claimed(stored(target(tenant, list)));
        ImportStore imports = database.bean(ImportStore.class);
        var upload = new ImportStore.Import(tenant, random.id(), list, "a", 0, 0, 0, 0, null, NOW, null);
        in(tenant, () -> {
            database.bean(ReplanStore.class).open(tenant, random.id());
            imports.insert(upload, new byte[10]);
            imports.progress(upload, upload, List.of(new ImportStore.RefusedRow(1, false, "x")));
            database.bean(DoNotCallStore.class)
                    .add(tenant, new DoNotCallStore.Entry(UUID.randomUUID(), "+84901", "0901", "", NOW));
            database.bean(CallReferenceStore.class)
                    .take(tenant, "r", new CallReferenceStore.Reference(random.id(), random.id()), NOW, NOW);
        });
    }

    private static long rows(Connection connection, String table) {
        return Sql.number(connection, "SELECT count(*) FROM " + table);
    }

    private static void name(Connection connection, TenantId... tenants) {
        String list = String.join(
                ",", List.of(tenants).stream().map(TenantId::toString).toList());
        Sql.first(connection, "SELECT set_config('tandem.tenants', ?, true)", row -> true, list);
    }

    @Test
    void theGatewaysRoleIsNoOwnerAndCannotStepOverTheWall() throws SQLException {
        try (Connection connection = database.connect()) {
            assertThat(Sql.exists(
                            connection,
                            "SELECT 1 FROM pg_roles WHERE rolname = current_user AND (rolsuper OR rolbypassrls)"))
                    .isFalse();
            assertThatThrownBy(() -> Sql.update(connection, "ALTER TABLE target DISABLE ROW LEVEL SECURITY"))
                    .hasStackTraceContaining("must be owner");
            assertThatThrownBy(() -> Sql.update(connection, "DELETE FROM flyway_schema_history"))
                    .hasStackTraceContaining("permission denied");
        }
    }

    @Test
    void everyTableOfATenantHasAForcedPolicy() throws SQLException {
        try (Connection connection = database.connect()) {
            List<String> walled = Sql.list(connection, """
                    SELECT c.relname
                    FROM pg_class c
                    JOIN pg_policy p ON p.polrelid = c.oid
                    WHERE c.relrowsecurity AND c.relforcerowsecurity
                    """, row -> row.getString(1));

            assertThat(walled).containsExactlyInAnyOrderElementsOf(tenantTables(connection));
        }
    }

    @Test
    void withoutATenantNothingIsSeen() throws SQLException {
        fillEveryTable();

        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            for (String table : tenantTables(connection)) {
                assertThat(rows(connection, table)).as(table).isZero();
            }
            name(connection, tenant);
            for (String table : tenantTables(connection)) {
                assertThat(rows(connection, table)).as(table).isPositive();
            }
            connection.rollback();
            for (String table : tenantTables(connection)) {
                assertThat(rows(connection, table))
                        .as(table + ", the setting having ended")
                        .isZero();
            }
        }
    }

    @Test
    void underAnotherTenantNothingIsSeenNorTouched() throws SQLException {
        fillEveryTable();

        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            name(connection, newTenant());
            for (String table : tenantTables(connection)) {
                assertThat(rows(connection, table)).as(table).isZero();
                assertThat(Sql.update(connection, "DELETE FROM " + table))
                        .as(table)
                        .isZero();
            }
            connection.rollback();
        }
    }

    @Test
    void aRowOfAnotherTenantCannotBeWritten() throws SQLException {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            name(connection, other);

            assertThatThrownBy(() -> Sql.update(
                            connection,
                            "INSERT INTO tally (tenant, subject, name, amount) VALUES (?, ?, 'A', 1)",
                            tenant,
                            UUID.randomUUID()))
                    .hasStackTraceContaining("row-level security");
            connection.rollback();
        }
    }

    @Test
    void oneCommitMayServeSeveralTenants() throws SQLException {
        Target mine = stored(target(tenant, list));
        Target theirs = stored(target(other, list));
        long otherFence = own(other);
        CallAttempt first = attempt(mine, campaign);
        CallAttempt second = attempt(theirs, campaign);

        assertThat(commit(turn().fence(other, otherFence).claim(mine, first).claim(theirs, second))
                        .claimed())
                .containsExactlyInAnyOrder(first.id(), second.id());
    }
}
