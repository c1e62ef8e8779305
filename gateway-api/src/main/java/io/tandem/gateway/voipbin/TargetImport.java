package io.tandem.gateway.voipbin;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.tandem.campaigns.model.Target;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.service.Failure;
import io.tandem.campaigns.service.Failure.Thing;
import io.tandem.campaigns.service.ListFeeds;
import io.tandem.campaigns.service.TargetService;
import io.tandem.campaigns.service.TargetService.Repeats;
import io.tandem.translators.voipbin.Creation;
import io.tandem.translators.voipbin.ImportRow;
import io.tandem.translators.voipbin.VoipbinTargets;
import io.tandem.translators.voipbin.WireFault;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * One bulk import while it runs: turns rows into targets, a batch a transaction, so that a file of any length needs the
 * memory of one batch, and of one that comes slowly is dialled what has come. What was stored stays stored when the connection breaks;
 * sending the file again skips it as duplicates.
 */
final class TargetImport implements Consumer<ImportRow> {

    private static final int BATCH = 500;
    private static final int MOST_REASONS = 1_000;

    private final TargetService targets;
    private final VoipbinTargets documents;
    private final UUID list;
    private final Creation creation;
    private final ListFeeds.Feed feed;

    private final List<Target> batch = new ArrayList<>();
    private final List<Long> lines = new ArrayList<>();
    private final TreeSet<RefusedRow> refused = new TreeSet<>(Comparator.comparingLong(RefusedRow::line));
    private long imported;
    private long duplicates;
    private long refusals;
    private boolean full;

    /**
     * The answer.
     *
     * @param refusedCount all rows that became no target, duplicates apart
     * @param refused the first 1,000 of them by line
     */
    record Report(
            long imported,
            long duplicates,
            @JsonProperty("refused_count") long refusedCount,
            List<RefusedRow> refused) {}

    /** A row that became no target. */
    record RefusedRow(long line, String reason) {}

    TargetImport(TargetService targets, VoipbinTargets documents, UUID list, Creation creation, ListFeeds.Feed feed) {
        this.targets = targets;
        this.documents = documents;
        this.list = list;
        this.creation = creation;
        this.feed = feed;
    }

    @Override
    public void accept(ImportRow row) {
        take(row);
        if (batch.size() == BATCH || feed.isDue()) {
            flush();
            feed.goesOn();
        }
    }

    private void take(ImportRow row) {
        if (row instanceof ImportRow.Refused bad) {
            refuse(bad.line(), bad.reason());
            return;
        }
        ImportRow.Read read = (ImportRow.Read) row;
        try {
            batch.add(documents.create(read.body(), list, creation));
            lines.add(read.line());
        } catch (Failure.Invalid invalid) {
            refuse(
                    read.line(),
                    invalid.violations().stream().map(Failure.Violation::text).collect(Collectors.joining(" ")));
        } catch (WireFault unreadable) {
            refuse(read.line(), unreadable.sentence());
        }
    }

    /** Stores what is left. */
    Report finish() {
        flush();
        return new Report(imported, duplicates, refusals, List.copyOf(refused));
    }

    private void flush() {
        store(0, batch.size());
        batch.clear();
        lines.clear();
    }

    /** At the tenant's limit a batch is halved until what still fits is in. */
    private void store(int from, int to) {
        if (from == to) {
            return;
        }
        if (full) {
            refuseAll(from, to);
            return;
        }
        TenantId tenant = creation.tenant().id();
        try {
            List<Integer> repeated = targets.add(tenant, list, List.copyOf(batch.subList(from, to)), Repeats.LEFT_OUT);
            duplicates += repeated.size();
            imported += to - from - repeated.size();
        } catch (Failure.UnknownReference deletedMeanwhile) {
            throw new Failure.NotFound(Thing.TARGET_LIST);
        } catch (Failure.Refused limit) {
            if (to - from == 1) {
                full = true;
                refuseAll(from, to);
            } else {
                int middle = (from + to) / 2;
                store(from, middle);
                store(middle, to);
            }
        }
    }

    private void refuseAll(int from, int to) {
        for (int i = from; i < to; i++) {
            refuse(lines.get(i), Failure.Reason.TARGET_LIMIT.sentence() + ".");
        }
    }

    /** Rows of a batch are refused after those that could not be read, which came in between. */
    private void refuse(long line, String reason) {
        refusals++;
        refused.add(new RefusedRow(line, reason));
        if (refused.size() > MOST_REASONS) {
            refused.pollLast();
        }
    }
}
