package io.tandem.translators.autocall;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.tandem.campaigns.model.Tenant;
import io.tandem.campaigns.service.Failure;
import io.tandem.campaigns.service.PushService.Order;
import io.tandem.translators.autocall.AutocallPushes.Wanted;
import io.tandem.translators.phone.PhoneReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Many pushed calls in one document, {@code POST /v1/autocall/campaign}. (autocall-v3.md, 1.6) */
public final class AutocallBatches {

    /** More would keep a client waiting too long: each is a call at once. */
    public static final int MOST_CUSTOMERS = 1_000;

    public static final String BLACKLISTED = "Blacklist";
    public static final String MISSING_VALUE = "Missing TTS Key";

    private static final String WRONG_FORMAT = "Wrong Format";
    private static final String CAMPAIGN = "campaign_uuid";
    private static final String CARRIER = "carrier";
    private static final String TEMPLATE = "template";
    private static final String CONCURRENT = "concurrent_call";
    private static final String CUSTOMERS = "customers";
    private static final String PARAMS = "params";

    private final AutocallPushes pushes;

    public AutocallBatches(AutocallPushes pushes) {
        this.pushes = pushes;
    }

    /**
     * What a document asks for.
     *
     * @param carrier id or name of the carrier that the campaign is to use from now on, null to leave it
     * @param concurrentCall the campaign's cap from now on, null to leave it
     */
    public record Batch(
            UUID campaign,
            @Nullable String carrier,
            @Nullable Integer concurrentCall,
            List<Customer> customers) {}

    /**
     * One number to be called.
     *
     * @param written as the client wrote it
     * @param order null if that is no number
     */
    public record Customer(String written, @Nullable Order order) {}

    /**
     * What became of each number, as it was written.
     *
     * @param fail one object a number, its name the number and its value why
     */
    public record Answer(
            @JsonProperty("fail") List<Map<String, String>> fail,
            @JsonProperty("message") String message,
            @JsonProperty("success") List<String> success) {}

    /** Why a number that is none was not called. */
    public static Map<String, String> wrongFormat(Customer customer) {
        return Map.of(customer.written(), WRONG_FORMAT);
    }

    /**
     * Reads the document.
     *
     * @throws Failure.Invalid with wire names; a customer whose number is none is no reason
     */
    public Batch read(JsonNode sent, Tenant tenant, Instant now) {
        Form form = new Form(sent, tenant, List.of(CAMPAIGN, CUSTOMERS));
        JsonNode campaign = form.read(CAMPAIGN, Checks.uuid());
        JsonNode carrier = form.read(CARRIER, Checks.text(0, Checks.LONGEST_NAME));
        JsonNode template = form.read(TEMPLATE, Checks.text(0, Checks.LONGEST_NAME));
        JsonNode most = form.read(CONCURRENT, Checks.integer(0, tenant.caps().calls()));
        JsonNode customers = form.read(CUSTOMERS, AutocallBatches::customers);
        form.faults.throwIfAny();
        String named = blankAsNull(template);
        List<Customer> each = new ArrayList<>();
        for (JsonNode customer : customers) {
            String written = customer.path(LeadDraft.PHONE).textValue();
            boolean isNumber = PhoneReader.of(tenant).read(written).isPresent();
            String data =
                    customer.path(PARAMS).isObject() ? customer.path(PARAMS).toString() : "{}";
            Wanted wanted =
                    new Wanted(campaign, customer.path(LeadDraft.PHONE), data, named, MissingNode.getInstance(), null);
            each.add(new Customer(written, isNumber ? pushes.order(tenant, now, wanted) : null));
        }
        return new Batch(
                UUID.fromString(campaign.textValue()),
                blankAsNull(carrier),
                most.isNumber() ? most.intValue() : null,
                each);
    }

    private static @Nullable String blankAsNull(JsonNode text) {
        String value = text.asText("");
        return value.isBlank() ? null : value;
    }

    private static JsonNode customers(JsonNode sent, Check.Site site) {
        if (!sent.isArray()) {
            site.fault(Wording.wrongType("array", sent));
        } else if (sent.isEmpty()) {
            site.fault(Wording.moreItems(1));
        } else if (sent.size() > MOST_CUSTOMERS) {
            site.fault(Wording.fewerItems(MOST_CUSTOMERS));
        } else {
            for (int index = 0; index < sent.size(); index++) {
                check(sent.path(index), site.below(Integer.toString(index)));
            }
        }
        return sent;
    }

    private static void check(JsonNode customer, Check.Site site) {
        if (!customer.isObject()) {
            site.fault(Wording.wrongType("object", customer));
            return;
        }
        JsonNode phone = customer.path(LeadDraft.PHONE);
        if (phone.isMissingNode()) {
            site.fault(Wording.required(LeadDraft.PHONE));
        } else {
            Checks.text(1, Checks.LONGEST_NAME).read(phone, site.below(LeadDraft.PHONE));
        }
        JsonNode params = customer.path(PARAMS);
        Check.Site below = site.below(PARAMS);
        if (params.toString().length() > LeadFields.LONGEST_ADDITIONAL) {
            below.fault(Wording.shorterThan(LeadFields.LONGEST_ADDITIONAL));
        } else if (!params.isMissingNode() && !params.isNull() && !params.isObject()) {
            below.fault(Wording.wrongType("object", params));
        }
    }
}
