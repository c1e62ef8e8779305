package io.tandem.persistence;

import io.tandem.campaigns.model.Campaign;
import io.tandem.campaigns.model.CampaignBuilder;
import io.tandem.campaigns.model.CampaignKind;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.CampaignStore;
import io.tandem.campaigns.ports.Page;
import io.tandem.persistence.DocumentKind.Column;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The campaigns: documents, with the run and whatever is searched for in columns, and their lists in a table of their
 * own. A deleted campaign reserves no name, whatever was written: H2 has no partial unique index to say so.
 */
@Singleton
final class JdbcCampaignStore extends DocumentStore<Campaign> implements CampaignStore {

    private static final DocumentKind<Campaign> CAMPAIGNS = new DocumentKind<>(
            "campaign",
            Campaign.class,
            List.of(
                    new Column<>("kind", Campaign::kind),
                    new Column<>("name", campaign -> NameKey.of(campaign.name().strip())),
                    new Column<>("reserved_name", JdbcCampaignStore::reservedKey),
                    new Column<>("enabled", Campaign::enabled),
                    new Column<>("state", Campaign::state),
                    new Column<>("run_id", campaign -> campaign.run().id()),
                    new Column<>("resume_at", campaign -> campaign.run().resumeAt()),
                    new Column<>("chain", campaign -> RunColumns.chain(campaign.run())),
                    new Column<>("dial_plan", Campaign::dialPlan),
                    new Column<>("queue", Campaign::queue),
                    new Column<>("carrier", Campaign::carrier),
                    new Column<>("template", campaign -> campaign.script().template()),
                    new Column<>("version", Campaign::version)),
            JdbcCampaignStore::asItIsNow);

    JdbcCampaignStore(Database database) {
        super(database, CAMPAIGNS);
    }

    @Override
    public void insert(Campaign campaign) {
        unlessReserved(() -> super.insert(campaign));
        insertLists(campaign);
    }

    @Override
    public void update(Campaign campaign) {
        unlessReserved(() -> super.update(campaign));
        Sql.update(
                connection(campaign.tenant()),
                "DELETE FROM campaign_list WHERE tenant = ? AND campaign = ?",
                campaign.tenant(),
                campaign.id());
        insertLists(campaign);
    }

    @Override
    public List<Campaign> page(TenantId tenant, Set<CampaignKind> kinds, Page page) {
        Paging paging = Paging.by("created_at", page);
        return where(
                connection(tenant),
                "WHERE tenant = ? AND deleted_at IS NULL AND kind = ANY (?)" + paging.condition()
                        + " ORDER BY tenant, created_at DESC, id DESC LIMIT ? OFFSET ?",
                paging.parameters(tenant, names(kinds)));
    }

    @Override
    public long count(TenantId tenant, Set<CampaignKind> kinds) {
        return Sql.number(
                connection(tenant),
                "SELECT count(*) FROM campaign WHERE tenant = ? AND deleted_at IS NULL AND kind = ANY (?)",
                tenant,
                names(kinds));
    }

    @Override
    public boolean nameInUse(TenantId tenant, String trimmedName, UUID except) {
        return Sql.exists(
                connection(tenant),
                "SELECT 1 FROM campaign WHERE tenant = ? AND name = ? AND id <> ? AND deleted_at IS NULL LIMIT 1",
                tenant,
                NameKey.of(trimmedName),
                except);
    }

    @Override
    public Optional<UUID> reserves(TenantId tenant, String reservedName, UUID except) {
        return Sql.first(
                connection(tenant),
                "SELECT id FROM campaign WHERE tenant = ? AND reserved_name = ? AND id <> ?",
                row -> Columns.id(row, "id"),
                tenant,
                NameKey.of(reservedName),
                except);
    }

    @Override
    public List<Campaign> usingPlan(TenantId tenant, UUID plan) {
        return livingWith("dial_plan", tenant, plan);
    }

    @Override
    public List<Campaign> usingList(TenantId tenant, UUID list) {
        return where(
                connection(tenant),
                "WHERE tenant = ? AND deleted_at IS NULL"
                        + " AND id IN (SELECT campaign FROM campaign_list WHERE tenant = ? AND list = ?)"
                        + " ORDER BY tenant, created_at DESC, id DESC",
                tenant,
                tenant,
                list);
    }

    @Override
    public List<Campaign> usingLists(TenantId tenant, Collection<UUID> lists) {
        return where(
                connection(tenant),
                "WHERE tenant = ? AND deleted_at IS NULL AND id IN (SELECT campaign FROM campaign_list"
                        + " JOIN UNNEST(?) AS wanted(id) ON wanted.id = campaign_list.list WHERE tenant = ?)"
                        + " ORDER BY tenant, created_at DESC, id DESC",
                tenant,
                Sql.Array.ofUuids(lists),
                tenant);
    }

    @Override
    public List<Campaign> usingQueue(TenantId tenant, UUID queue) {
        return livingWith("queue", tenant, queue);
    }

    @Override
    public List<Campaign> usingCarrier(TenantId tenant, UUID carrier) {
        return livingWith("carrier", tenant, carrier);
    }

    @Override
    public List<Campaign> usingTemplate(TenantId tenant, UUID template) {
        return livingWith("template", tenant, template);
    }

    private List<Campaign> livingWith(String column, TenantId tenant, UUID id) {
        return where(
                connection(tenant),
                "WHERE tenant = ? AND " + column + " = ? AND deleted_at IS NULL ORDER BY created_at DESC, id DESC",
                tenant,
                id);
    }

    private void insertLists(Campaign campaign) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (int position = 0; position < campaign.lists().size(); position++) {
            rows.add(new Object[] {
                campaign.tenant(), campaign.id(), position, campaign.lists().get(position)
            });
        }
        Sql.batch(
                connection(campaign.tenant()),
                "INSERT INTO campaign_list (tenant, campaign, position, list) VALUES (?, ?, ?, ?)",
                rows);
    }

    private static void unlessReserved(Runnable write) {
        try {
            write.run();
        } catch (Faults.KeyTaken e) {
            throw e.isOf("campaign_reserved_name") ? new NameReserved(e) : e;
        }
    }

    private static @Nullable String reservedKey(Campaign campaign) {
        String name = campaign.reservedName();
        return name == null || campaign.deleted() != null ? null : NameKey.of(name);
    }

    private static Campaign asItIsNow(Campaign written, ResultSet row) throws SQLException {
        return CampaignBuilder.builder(written)
                .run(RunColumns.read(row))
                .reservedName(row.getString("reserved_name") == null ? null : written.reservedName())
                .build();
    }

    private static Sql.Array names(Set<CampaignKind> kinds) {
        return Sql.Array.ofTexts(kinds.stream().map(Enum::name).toList());
    }
}
