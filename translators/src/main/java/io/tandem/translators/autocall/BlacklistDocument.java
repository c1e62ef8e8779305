package io.tandem.translators.autocall;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.campaigns.model.Destination.PhoneNumber;
import io.tandem.campaigns.model.Tenant;
import io.tandem.campaigns.ports.DoNotCallStore.Entry;
import io.tandem.campaigns.ports.Ids;
import io.tandem.campaigns.service.Failure;
import io.tandem.translators.phone.PhoneReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The do-not-call list as v3 clients know it. (autocall-v3.md, 1.10)
 *
 * @param phoneNumber as the client wrote it
 */
public record BlacklistDocument(
        @JsonProperty("id") String id,
        @JsonProperty("phone_number") String phoneNumber,
        @JsonProperty("description") String description) {

    private static final String LIST = "blacklist";
    private static final String DESCRIPTION = "description";
    private static final int MOST_ROWS = 10_000;

    public static BlacklistDocument of(Entry entry) {
        return new BlacklistDocument(entry.id().toString(), entry.written(), entry.description());
    }

    /**
     * What became of each number, as it was written.
     *
     * @param fail one object a number, its name the number and its value why
     */
    public record Result(
            @JsonProperty("fail") List<Map<String, String>> fail,
            @JsonProperty("message") String message,
            @JsonProperty("success") List<String> success) {}

    /**
     * What a document asks for.
     *
     * @param good numbers that can be listed or taken off
     * @param fail the others
     */
    public record Request(List<Entry> good, List<Map<String, String>> fail) {

        /** The answer, once it is known of each good one whether it had an effect. */
        public Result result(List<Boolean> done, String otherwise) {
            List<Map<String, String>> failed = new ArrayList<>(fail);
            List<String> success = new ArrayList<>();
            for (int i = 0; i < good.size(); i++) {
                String written = good.get(i).written();
                if (done.get(i)) {
                    success.add(written);
                } else {
                    failed.add(Map.of(written, otherwise));
                }
            }
            return new Result(failed, "successfully", success);
        }
    }

    /**
     * Reads {@code POST /v1/blacklist}: an array of objects with {@code phone_number} and {@code description}.
     *
     * @throws Failure.Invalid if the document has no such array, or a row is no such object
     */
    public static Request read(JsonNode sent, Tenant tenant, Ids ids, Instant now) {
        Form form = new Form(sent, tenant, List.of(LIST));
        JsonNode rows = form.read(LIST, BlacklistDocument::rows);
        form.faults.throwIfAny();
        Map<String, String> fails = new LinkedHashMap<>();
        List<Entry> good = new ArrayList<>();
        for (JsonNode row : rows) {
            String written = row.path(LeadDraft.PHONE).textValue();
            add(good, fails, written, row.path(DESCRIPTION).asText(""), new Context(tenant, ids, now));
        }
        return new Request(good, asList(fails));
    }

    /** Reads {@code DELETE /v1/blacklist}: an array of numbers. */
    public static Request readNumbers(JsonNode sent, Tenant tenant, Ids ids, Instant now) {
        Form form = new Form(sent, tenant, List.of(LIST));
        JsonNode numbers = form.read(LIST, BlacklistDocument::numbers);
        form.faults.throwIfAny();
        Map<String, String> fails = new LinkedHashMap<>();
        List<Entry> good = new ArrayList<>();
        for (JsonNode number : numbers) {
            add(good, fails, number.textValue(), "", new Context(tenant, ids, now));
        }
        return new Request(good, asList(fails));
    }

    private record Context(Tenant tenant, Ids ids, Instant now) {}

    private static void add(
            List<Entry> good, Map<String, String> fails, String written, String description, Context context) {
        Optional<PhoneNumber> number = PhoneReader.of(context.tenant).read(written);
        if (number.isEmpty()) {
            fails.put(written, Wording.PHONE_PATTERN);
            return;
        }
        good.add(new Entry(context.ids.next(), number.get().text(), written, description, context.now));
    }

    private static List<Map<String, String>> asList(Map<String, String> fails) {
        return fails.entrySet().stream()
                .map(entry -> Map.of(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static JsonNode rows(JsonNode sent, Check.Site site) {
        return items(sent, site, (row, below) -> {
            if (!row.isObject()) {
                return below.fault(Wording.wrongType("object", row));
            }
            JsonNode phone = row.path(LeadDraft.PHONE);
            if (phone.isMissingNode()) {
                return below.fault(Wording.required(LeadDraft.PHONE));
            }
            JsonNode good = Checks.text(1, Checks.LONGEST_NAME).read(phone, below.below(LeadDraft.PHONE));
            JsonNode description = row.path(DESCRIPTION);
            boolean fine = description.isMissingNode()
                    || description.isNull()
                    || Checks.text(0, Checks.LONGEST_CARRIED).read(description, below.below(DESCRIPTION)) != null;
            return fine ? good : null;
        });
    }

    private static JsonNode numbers(JsonNode sent, Check.Site site) {
        return items(sent, site, Checks.text(1, Checks.LONGEST_NAME));
    }

    private static JsonNode items(JsonNode sent, Check.Site site, Check item) {
        if (!sent.isArray()) {
            site.fault(Wording.wrongType("array", sent));
        } else if (sent.isEmpty()) {
            site.fault(Wording.moreItems(1));
        } else if (sent.size() > MOST_ROWS) {
            site.fault(Wording.fewerItems(MOST_ROWS));
        } else {
            for (int index = 0; index < sent.size(); index++) {
                item.read(sent.path(index), site.below(Integer.toString(index)));
            }
        }
        return sent;
    }
}
