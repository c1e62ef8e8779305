package io.tandem.translators.voipbin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tandem.campaigns.model.Address;
import io.tandem.campaigns.model.Carried;
import io.tandem.campaigns.model.Destination.PhoneNumber;
import io.tandem.campaigns.model.Target;
import io.tandem.campaigns.model.TargetState;
import io.tandem.campaigns.rules.Networks;
import io.tandem.campaigns.service.Failure;
import io.tandem.translators.phone.NumberMask;
import io.tandem.translators.phone.PhoneReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Outdial targets: made and shown, never changed. (voipbin-v1.md, 1.8 and section 3)
 *
 * @param networks tells the network of destination 0's number
 */
public record VoipbinTargets(Networks networks) {

    private static final List<String> DESTINATIONS = IntStream.range(0, Target.DESTINATIONS)
            .mapToObj(i -> "destination_" + i)
            .toList();
    private static final List<String> TRIES = IntStream.range(0, Target.DESTINATIONS)
            .mapToObj(i -> "try_count_" + i)
            .toList();
    private static final Set<String> FIELDS = fields();

    private static Set<String> fields() {
        List<String> names = new ArrayList<>(
                List.of("id", "outdial_id", "name", "detail", "data", "status", "tm_create", "tm_update", "tm_delete"));
        names.addAll(DESTINATIONS);
        names.addAll(TRIES);
        return Set.copyOf(names);
    }

    /**
     * The single object, with the carried properties.
     *
     * @param masking reads the numbers that are hidden, null if the list's campaign doesn't mask numbers
     */
    public static ObjectNode show(Target target, @Nullable PhoneReader masking, WireVersion version) {
        ObjectNode shown = form(target, masking).in(version, WireKind.OUTDIALTARGET, target.carried());
        if (masking != null) {
            ObjectNode carried = VoipbinJson.MAPPER.createObjectNode();
            shown.properties().stream()
                    .filter(member -> !FIELDS.contains(member.getKey()))
                    .forEach(member -> carried.set(member.getKey(), member.getValue()));
            shown.remove(carried.properties().stream().map(Map.Entry::getKey).toList());
            shown.setAll((ObjectNode) mask(target, masking).tree(carried));
        }
        return shown;
    }

    /** As {@link #show}, as a row of a list: without the carried properties. */
    public static ObjectNode showInList(Target target, @Nullable PhoneReader masking, WireVersion version) {
        return form(target, masking).in(version, WireKind.OUTDIALTARGET);
    }

    private static NumberMask mask(Target target, PhoneReader masking) {
        return NumberMask.of(masking, target.destinations());
    }

    private static Form form(Target target, @Nullable PhoneReader masking) {
        NumberMask mask = masking == null ? null : mask(target, masking);
        Form form = new Form()
                .id("id", target.id())
                .id("outdial_id", target.list())
                .text("name", mask == null ? target.name() : mask.text(target.name()))
                .text("detail", mask == null ? target.detail() : mask.text(target.detail()))
                .text("data", mask == null ? target.data() : mask.freeText(target.data()))
                .text("status", status(target.state()));
        for (int i = 0; i < Target.DESTINATIONS; i++) {
            WireAddress address = WireAddress.of(target.destinations().get(i), target.carried(), DESTINATIONS.get(i));
            form.node(DESTINATIONS.get(i), (mask == null ? address : address.masked(mask)).toNode());
        }
        for (int i = 0; i < Target.DESTINATIONS; i++) {
            form.number(TRIES.get(i), target.tries().get(i));
        }
        return form.time("tm_create", target.created())
                .time("tm_update", lastTouched(target))
                .time("tm_delete", target.deleted());
    }

    /** A target after its last failed try is done, as documented; the server leaves it idle. */
    private static String status(TargetState state) {
        return switch (state) {
            case FRESH, RETRY -> "idle";
            case CALLING -> "progressing";
            case DONE, EXHAUSTED, DO_NOT_CALL -> "done";
        };
    }

    /** Equal to the creation exactly when the target was never tried; clients tell it by that. */
    private static Instant lastTouched(Target target) {
        return later(later(target.created(), target.updated()), target.lastCalled());
    }

    private static Instant later(Instant one, @Nullable Instant other) {
        return other != null && other.isAfter(one) ? other : one;
    }

    /**
     * Reads the body of {@code POST /outdials/{id}/targets}: at least one destination must name a target. A destination
     * that cannot be dialled, or that the tenant may not call, is kept as sent.
     *
     * @throws Failure.Invalid naming every field that breaks a rule
     * @throws WireFault if the body or a field has the wrong JSON type
     */
    public Target create(JsonNode body, UUID list, Creation creation) {
        Document document = Document.of(body);
        PhoneReader phones = PhoneReader.of(creation.tenant());
        List<@Nullable Address> destinations = new ArrayList<>();
        Carried carried = CarriedWords.of(document, Carried.NONE, FIELDS);
        for (String field : DESTINATIONS) {
            WireAddress sent = WireAddress.read(document, field);
            Address address = sent.toDestination(phones);
            destinations.add(address);
            carried = sent.carry(carried, field, address);
        }
        if (destinations.stream().allMatch(address -> address == null)) {
            document.refuse(DESTINATIONS.get(0), "or another destination must have a target");
        }
        String name = document.text("name", "");
        String detail = document.text("detail", "");
        String data = document.anyText("data", "");
        document.check();
        return new Target(
                creation.tenant().id(),
                list,
                creation.ids().next(),
                name,
                detail,
                data,
                destinations,
                network(destinations.get(0)),
                TargetState.FRESH,
                creation.now(),
                Target.NO_TRIES,
                null,
                null,
                null,
                carried,
                creation.now(),
                null,
                null);
    }

    private String network(@Nullable Address first) {
        return first != null && first.destination() instanceof PhoneNumber number
                ? networks.networkOf(number.text())
                : "";
    }

    /**
     * A row of a CSV import as the body of a {@code POST}: columns {@code name, detail, data, destination_0 …
     * destination_4}; a destination is a number, or an address that begins with {@code sip:}. Other columns are ignored.
     */
    public static ObjectNode ofColumns(Map<String, String> columns) {
        ObjectNode body = VoipbinJson.MAPPER.createObjectNode();
        for (String field : List.of("name", "detail", "data")) {
            body.put(field, columns.getOrDefault(field, ""));
        }
        for (String field : DESTINATIONS) {
            String target = columns.getOrDefault(field, "").strip();
            if (!target.isEmpty()) {
                boolean isSip = target.regionMatches(true, 0, "sip", 0, 3);
                body.putObject(field)
                        .put("type", isSip ? WireAddress.SIP : WireAddress.TEL)
                        .put("target", target);
            }
        }
        return body;
    }
}
