package io.tandem.translators.autocall;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.tandem.campaigns.model.Destination.PhoneNumber;
import io.tandem.campaigns.ports.Ids;
import io.tandem.campaigns.rules.NetworkPrefixes;
import io.tandem.campaigns.rules.Networks;
import io.tandem.translators.autocall.LeadFile.Good;
import io.tandem.translators.autocall.LeadFile.Refused;
import io.tandem.translators.autocall.LeadFile.Row;
import io.tandem.translators.autocall.LeadFile.Upload;
import io.tandem.translators.phone.PhoneReader;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Makes a target of each row of a file of leads, or says in words why not. */
final class LeadRows {

    private static final int LONGEST_QUOTED = 40;

    private final LeadColumns columns;
    private final Upload upload;
    private final Networks networks;
    private final Ids ids;
    private final PhoneReader phones;

    LeadRows(LeadColumns columns, Upload upload, Networks networks, Ids ids) {
        this.columns = columns;
        this.upload = upload;
        this.networks = networks;
        this.ids = ids;
        this.phones = PhoneReader.of(upload.tenant());
    }

    /** A row's faults, in words. */
    private static final class Unusable extends RuntimeException {
        Unusable(String reason) {
            super(reason, null, false, false);
        }
    }

    Row read(CsvRecord row) {
        long line = row.getStartingLineNumber();
        try {
            return new Good(line, targetOf(row).target());
        } catch (Unusable bad) {
            return new Refused(line, String.valueOf(bad.getMessage()));
        }
    }

    private LeadDraft targetOf(CsvRecord row) {
        for (int column = columns.count(); column < row.getFieldCount(); column++) {
            if (!row.getField(column).isBlank()) {
                throw new Unusable("the row has " + row.getFieldCount() + " cells, the header " + columns.count());
            }
        }
        UUID id = ids.next();
        LeadDraft draft = new LeadDraft(
                upload.tenant(), networks, LeadDraft.blank(upload.tenant(), upload.list(), id, upload.now()));
        ObjectNode additional = Json.object();
        String network = "";
        for (int column = 0; column < columns.count(); column++) {
            String cell = column < row.getFieldCount() ? row.getField(column).strip() : "";
            if (cell.indexOf('\0') >= 0) {
                throw new Unusable("the cell under \"" + columns.names().get(column) + "\" is not text");
            }
            if (isNetwork(column, cell)) {
                network = cell.toLowerCase(Locale.ROOT);
            } else {
                write(draft, additional, column, cell);
            }
        }
        if (!network.isEmpty()) {
            draft.network(network);
        }
        if (!additional.isEmpty()) {
            String data = additional.toString();
            if (data.length() > LeadFields.LONGEST_ADDITIONAL) {
                throw new Unusable("the row is longer than " + LeadFields.LONGEST_ADDITIONAL + " characters");
            }
            draft.data(data);
        }
        return draft;
    }

    /** Whatever else stands in such a column is the client's own matter, as it always was. */
    private boolean isNetwork(int column, String cell) {
        return columns.fields().get(column).equals(LeadColumns.OTHER)
                && columns.names().get(column).equalsIgnoreCase(LeadFields.NETWORK)
                && NetworkPrefixes.NAMES.contains(cell.toLowerCase(Locale.ROOT));
    }

    private void write(LeadDraft draft, ObjectNode additional, int column, String cell) {
        String field = columns.fields().get(column);
        switch (field) {
            case LeadDraft.PHONE -> draft.phone(phone(cell), cell);
            case LeadDraft.AFTER_DAY -> draft.afterDay(days(cell));
            case "lead_name" -> draft.name(kept(column, cell));
            case LeadFields.ADDITIONAL -> addAll(additional, cell);
            case LeadColumns.OTHER -> additional.put(columns.names().get(column), cell);
            default -> {
                if (!cell.isEmpty()) {
                    draft.carry(field, TextNode.valueOf(kept(column, cell)));
                }
            }
        }
    }

    /** Within the bounds that a single lead has. */
    private String kept(int column, String cell) {
        if (cell.codePointCount(0, cell.length()) > Checks.LONGEST_CARRIED) {
            throw new Unusable("the cell under \"" + columns.names().get(column) + "\" is longer than "
                    + Checks.LONGEST_CARRIED + " characters");
        }
        return cell;
    }

    private static void addAll(ObjectNode additional, String cell) {
        if (Json.isObjectText(cell)) {
            additional.setAll((ObjectNode) Json.read(cell));
        } else if (!cell.isEmpty()) {
            additional.put(LeadFields.ADDITIONAL, cell);
        }
    }

    private PhoneNumber phone(String cell) {
        if (cell.isEmpty()) {
            throw new Unusable("the row has no telephone number");
        }
        Optional<PhoneNumber> number = phones.read(cell);
        return number.orElseThrow(() -> new Unusable("\"" + shortened(cell) + "\" is not a number that can be called"));
    }

    private static long days(String cell) {
        boolean digits = cell.isEmpty() || cell.matches("[0-9]{1,9}");
        long days = cell.isEmpty() || !digits ? 0 : Long.parseLong(cell);
        if (!digits || days > LeadFields.MOST_DAYS) {
            throw new Unusable("after_day must be a whole number from 0 to " + LeadFields.MOST_DAYS + ", not \""
                    + shortened(cell) + "\"");
        }
        return days;
    }

    private static String shortened(String cell) {
        return cell.length() <= LONGEST_QUOTED ? cell : cell.substring(0, LONGEST_QUOTED) + "…";
    }
}
