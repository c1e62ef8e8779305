package io.tandem.gateway.engine;

import io.tandem.campaigns.model.TargetList;
import io.tandem.campaigns.model.Tenant;
import io.tandem.campaigns.ports.Ids;
import io.tandem.campaigns.rules.Networks;
import io.tandem.campaigns.service.Importer;
import io.tandem.campaigns.service.Importer.Row;
import io.tandem.translators.autocall.LeadFile;
import io.tandem.translators.autocall.LeadFileUnreadable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.function.Consumer;

/** Reads the CSV files of {@code POST /v3/lead/file}. */
final class LeadFileReader implements Importer.Reader {

    private final Networks networks;
    private final Ids ids;

    LeadFileReader(Networks networks, Ids ids) {
        this.networks = networks;
        this.ids = ids;
    }

    @Override
    public void read(InputStream file, Tenant tenant, TargetList list, long skip, Instant now, Consumer<Row> rows) {
        try (LeadFile leads = LeadFile.open(file, new LeadFile.Upload(tenant, list.id(), now), networks, ids)) {
            leads.skip(skip);
            while (leads.hasNext()) {
                rows.accept(row(leads.next()));
            }
        } catch (LeadFileUnreadable unreadable) {
            throw new Importer.Unreadable(String.valueOf(unreadable.getMessage()), unreadable);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Row row(LeadFile.Row row) {
        if (row instanceof LeadFile.Good good) {
            return new Row.Good(good.line(), good.target());
        }
        LeadFile.Refused refused = (LeadFile.Refused) row;
        return new Row.Bad(refused.line(), refused.reason());
    }
}
