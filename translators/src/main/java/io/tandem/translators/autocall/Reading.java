package io.tandem.translators.autocall;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tandem.campaigns.model.Tenant;
import io.tandem.campaigns.service.CampaignEdit.FieldNote;
import io.tandem.campaigns.service.Failure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One sent document against its table: which fields it changes, to what, and what is wrong with it.
 *
 * <p>With echoes, a field that was sent as it is shown now changes nothing and is not checked (mapping.md, rule 0). Absent
 * fields stay as they are (rule 1).
 *
 * @param <D> what is written to
 */
final class Reading<D extends Draft> {

    private final FieldTable<D> table;
    private final ObjectNode shown;
    private final Tenant tenant;
    private final Faults faults = new Faults();
    private final List<FieldNote> notes = new ArrayList<>();
    private final Map<String, JsonNode> changes = new LinkedHashMap<>();

    private Reading(FieldTable<D> table, ObjectNode shown, Tenant tenant) {
        this.table = table;
        this.shown = shown;
        this.tenant = tenant;
    }

    /** Reads a document that makes a new object; {@code shown} is what it shows by default. */
    static <D extends Draft> Reading<D> ofNew(FieldTable<D> table, JsonNode sent, ObjectNode shown, Tenant tenant) {
        Reading<D> reading = new Reading<>(table, shown, tenant);
        reading.read(sent, false);
        return reading;
    }

    /** Reads a document that changes an object which shows as {@code shown} in this dialect. */
    static <D extends Draft> Reading<D> ofChange(FieldTable<D> table, JsonNode sent, ObjectNode shown, Tenant tenant) {
        Reading<D> reading = new Reading<>(table, shown, tenant);
        reading.read(sent, true);
        return reading;
    }

    private void read(JsonNode sent, boolean echoes) {
        if (!sent.isObject()) {
            throw new Failure.Invalid(Wording.ROOT, Wording.wrongType("object", sent));
        }
        for (String name : table.required()) {
            if (!sent.has(name)) {
                faults.add(Wording.ROOT, Wording.required(name));
            }
        }
        int unknownBytes = 0;
        Map<String, JsonNode> unknown = unknownShown();
        for (Map.Entry<String, JsonNode> member : unknown.entrySet()) {
            unknownBytes += CarriedFields.bytes(member.getKey(), member.getValue());
        }
        for (Map.Entry<String, JsonNode> member : sent.properties()) {
            String name = member.getKey();
            WireField<D> row = table.row(name);
            if (row != null) {
                readKnown(row, member.getValue(), echoes);
                continue;
            }
            JsonNode before = unknown.get(name);
            if (before == null || !Json.same(before, member.getValue())) {
                unknownBytes += CarriedFields.bytes(name, member.getValue());
                unknownBytes -= before == null ? 0 : CarriedFields.bytes(name, before);
                readUnknown(name, member.getValue(), unknownBytes);
            }
        }
    }

    private Map<String, JsonNode> unknownShown() {
        Map<String, JsonNode> unknown = new LinkedHashMap<>();
        shown.properties().forEach(member -> {
            if (table.row(member.getKey()) == null) {
                unknown.put(member.getKey(), member.getValue());
            }
        });
        return unknown;
    }

    private void readUnknown(String name, JsonNode value, int bytes) {
        if (bytes > CarriedFields.MOST_UNKNOWN_BYTES) {
            faults.add(
                    name,
                    "unknown properties of one object must not exceed " + CarriedFields.MOST_UNKNOWN_BYTES + " bytes");
            return;
        }
        notes.add(new FieldNote(name, "not a field of this API: kept as sent and given back here only"));
        changes.put(name, value);
    }

    private void readKnown(WireField<D> row, JsonNode sent, boolean echoes) {
        JsonNode meant = row.isReadOnly() ? null : row.meant(sent);
        if (meant == null) {
            return;
        }
        JsonNode now = shown.path(row.name());
        if (echoes && row.isEcho(meant, now)) {
            noteLoss(row, meant);
            return;
        }
        JsonNode good = row.check().read(meant, new Check.Site(row.name(), now, tenant, faults, notes));
        if (good != null) {
            noteLoss(row, good);
            changes.put(row.name(), good);
        }
    }

    private void noteLoss(WireField<D> row, JsonNode value) {
        if (row.speaks().test(value)) {
            notes.add(new FieldNote(row.name(), row.mapping().reason()));
        }
    }

    Tenant tenant() {
        return tenant;
    }

    Faults faults() {
        return faults;
    }

    /** What the other dialect cannot show of the sent fields, and what was not kept. */
    List<FieldNote> notes() {
        return List.copyOf(notes);
    }

    boolean changes(String field) {
        return changes.containsKey(field);
    }

    /** The field's value after the write: as sent, else as shown now. */
    JsonNode merged(String field) {
        JsonNode changed = changes.get(field);
        return changed == null ? shown.path(field) : changed;
    }

    /** The field's value before the write. */
    JsonNode shown(String field) {
        return shown.path(field);
    }

    /** Throws {@link Failure.Invalid} if the document has faults; else writes its changes, in the order of the table. */
    void writeTo(D draft) {
        faults.throwIfAny();
        for (WireField<D> row : table.byName().values()) {
            JsonNode value = changes.get(row.name());
            if (value != null) {
                row.write().write(draft, value, this);
            }
        }
        changes.forEach((name, value) -> {
            if (table.row(name) == null) {
                draft.carry(name, value);
            }
        });
    }
}
