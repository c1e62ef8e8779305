package io.tandem.campaigns.service;

import io.tandem.campaigns.model.Target;
import io.tandem.campaigns.model.TargetList;
import io.tandem.campaigns.model.Tenant;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.ImportStore;
import io.tandem.campaigns.ports.ImportStore.Import;
import io.tandem.campaigns.ports.ImportStore.RefusedRow;
import io.tandem.campaigns.ports.ObjectStore;
import io.tandem.campaigns.ports.Owner;
import io.tandem.campaigns.ports.TallyStore;
import io.tandem.campaigns.ports.TenantStore;
import io.tandem.campaigns.ports.Transactions;
import io.tandem.campaigns.service.Failure.Thing;
import io.tandem.campaigns.service.TargetService.Added;
import io.tandem.campaigns.service.TargetService.Repeats;
import java.io.InputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Turns uploaded files into targets, a batch a transaction: each batch's targets, refused rows and position are committed
 * together, so an import that was broken off goes on where it stopped and calls nobody twice. (decision D37)
 */
public final class Importer {

    private static final int BATCH = 500;

    /** A row of a file. */
    public sealed interface Row {

        /** The file's line it began on, from 1. */
        long line();

        /** A target to be, without knowing yet whether the list has its number. */
        record Good(long line, Target target) implements Row {}

        record Bad(long line, String reason) implements Row {}
    }

    /** Reads one kind of file. */
    @FunctionalInterface
    public interface Reader {

        /**
         * Hands over every data row after the first {@code skip}, in order.
         *
         * @throws Unreadable if the file as a whole cannot be read
         */
        void read(InputStream file, Tenant tenant, TargetList list, long skip, Instant now, Consumer<Row> rows);
    }

    /** A file that cannot be read as a list of targets; the message is a sentence for whoever uploaded it. */
    public static final class Unreadable extends RuntimeException {
        public Unreadable(String sentence, @Nullable Throwable cause) {
            super(sentence, cause);
        }
    }

    private final ImportStore imports;
    private final TargetService targets;
    private final ObjectStore<TargetList> lists;
    private final TenantStore tenants;
    private final TallyStore tallies;
    private final Transactions transactions;
    private final Owner owner;
    private final InstantSource clock;
    private final Reader reader;

    public Importer(
            ImportStore imports,
            TargetService targets,
            CampaignStores stores,
            TallyStore tallies,
            Transactions transactions,
            Owner owner,
            InstantSource clock,
            Reader reader) {
        this.imports = imports;
        this.targets = targets;
        this.lists = stores.lists();
        this.tenants = stores.tenants();
        this.tallies = tallies;
        this.transactions = transactions;
        this.owner = owner;
        this.clock = clock;
        this.reader = reader;
    }

    /** Stores an upload; it is safe when this returns, and {@link #run} may be called for it. */
    public Import accept(TenantId tenant, UUID id, UUID list, String fileName, InputStream file) {
        return transactions.inTenant(tenant, () -> {
            if (lists.lockLiving(tenant, list).isEmpty()) {
                throw new Failure.UnknownReference(Thing.TARGET_LIST, list);
            }
            Import upload = new Import(tenant, id, list, fileName, 0, 0, 0, 0, null, now(), null);
            imports.insert(upload, file);
            return upload;
        });
    }

    /** Uploads that no one has finished. */
    public List<Import> unfinished() {
        return imports.unfinished();
    }

    /**
     * Imports what is left of an upload.
     *
     * @throws io.tandem.campaigns.ports.StoreUnavailable if the database went away; {@link #run} again later goes on
     */
    public void run(Import accepted) {
        TenantId tenant = accepted.tenant();
        Import upload = transactions.inTenant(
                tenant, () -> imports.find(tenant, accepted.id()).orElse(accepted));
        if (upload.finished() != null) {
            return;
        }
        try {
            importRest(upload);
        } catch (Overtaken overtaken) {
            return;
        }
        owner.changed(tenant);
    }

    private void importRest(Import upload) {
        TenantId tenant = upload.tenant();
        Progress progress = new Progress(upload);
        try {
            Tenant owning = tenants.find(tenant).orElseThrow(() -> new Unreadable("the tenant was deleted", null));
            TargetList list = transactions
                    .inTenant(tenant, () -> lists.findLiving(tenant, upload.list()))
                    .orElseThrow(() -> new Unreadable("the list was deleted", null));
            imports.read(tenant, upload.id(), file -> {
                reader.read(file, owning, list, upload.rowsRead(), now(), progress::take);
                return upload;
            });
            progress.flush(null, true);
        } catch (Unreadable | Failure failure) {
            progress.giveUp(failure.getMessage());
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Another replica imports the same file and is ahead: what this one was about to write is rolled back. */
    private static final class Overtaken extends RuntimeException {
        Overtaken() {
            super("another replica imports this file", null, false, false);
        }
    }

    private final class Progress {

        private Import at;
        private final List<Row> batch = new ArrayList<>();

        Progress(Import upload) {
            this.at = upload;
        }

        void take(Row row) {
            batch.add(row);
            if (batch.size() == BATCH) {
                flush(null, false);
            }
        }

        void giveUp(@Nullable String failure) {
            batch.clear();
            flush(failure, true);
        }

        void flush(@Nullable String failure, boolean finished) {
            TenantId tenant = at.tenant();
            boolean wakes = transactions.inTenant(tenant, () -> write(failure, finished));
            batch.clear();
            if (wakes) {
                owner.changed(tenant);
            }
        }

        private boolean write(@Nullable String failure, boolean finished) {
            List<Row.Good> good = new ArrayList<>();
            List<RefusedRow> refused = new ArrayList<>();
            for (Row row : batch) {
                if (row instanceof Row.Good fine) {
                    good.add(fine);
                } else if (row instanceof Row.Bad bad) {
                    refused.add(new RefusedRow(bad.line(), false, bad.reason()));
                }
            }
            int bad = refused.size();
            Added added = good.isEmpty()
                    ? new Added(List.of(), false)
                    : targets.addWithin(
                            at.tenant(),
                            at.list(),
                            good.stream().map(Row.Good::target).toList(),
                            Repeats.LEFT_OUT);
            for (int index : added.leftOut()) {
                refused.add(new RefusedRow(good.get(index).line(), true, "the list has this number already"));
            }
            int inserted = good.size() - added.leftOut().size();
            Import next = new Import(
                    at.tenant(),
                    at.id(),
                    at.list(),
                    at.fileName(),
                    at.rowsRead() + batch.size(),
                    at.good() + inserted,
                    at.duplicate() + added.leftOut().size(),
                    at.refused() + bad,
                    failure,
                    at.created(),
                    finished ? now() : null);
            if (!imports.progress(at, next, refused)) {
                throw new Overtaken();
            }
            tallies.add(
                    at.tenant(),
                    at.list(),
                    Map.of(
                            TallyStore.UPLOADED, (long) batch.size(),
                            TallyStore.IMPORTED, (long) inserted,
                            TallyStore.REFUSED, (long) refused.size()));
            at = next;
            return added.wakes();
        }
    }
}
