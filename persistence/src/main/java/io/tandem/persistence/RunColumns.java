package io.tandem.persistence;

import io.tandem.campaigns.model.CampaignState;
import io.tandem.campaigns.model.Run;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** A campaign's {@link Run} in columns of its own: the scheduler moves it without writing the campaign. */
final class RunColumns {

    private RunColumns() {}

    static Run read(ResultSet row) throws SQLException {
        return new Run(
                Columns.constant(row, "state", CampaignState.class),
                Columns.idOrNull(row, "run_id"),
                Columns.instantOrNull(row, "resume_at"),
                chain(row.getString("chain")));
    }

    /** The chain's ids, parted by commas. */
    static String chain(Run run) {
        return run.chain().stream().map(UUID::toString).collect(Collectors.joining(","));
    }

    private static List<UUID> chain(String text) {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(",", -1)).map(UUID::fromString).toList();
    }
}
