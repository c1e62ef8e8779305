package io.tandem.translators.autocall;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.tandem.campaigns.model.Destination.PhoneNumber;
import io.tandem.campaigns.model.Push;
import io.tandem.campaigns.model.Target;
import io.tandem.campaigns.model.Tenant;
import io.tandem.campaigns.ports.Ids;
import io.tandem.campaigns.rules.Networks;
import io.tandem.campaigns.service.Failure;
import io.tandem.campaigns.service.PushService.Order;
import io.tandem.translators.phone.PhoneReader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Calls that are pushed, {@code POST /v3/autocall/import} and {@code /otp}. Pure but for the ids of new objects; safe for
 * use by many threads. (autocall-v3.md, 1.6 and D36)
 */
public final class AutocallPushes {

    /** A one-time code that was not called by then is of no use. (D36) */
    public static final Duration OTP_LIFE = Duration.ofSeconds(60);

    private static final String CAMPAIGN = "campaign_uuid";
    private static final String PARAM = "param";
    private static final String TEMPLATE = "template";
    private static final String TEMPLATE_NAME = "template_name";
    private static final String CODE = "code_otp";
    private static final String REFERENCE = "ref_id";
    private static final int LONGEST_REFERENCE = 255;
    private static final int LONGEST_CODE = 64;
    private static final UUID NO_LIST = new UUID(0, 0);

    private final Networks networks;
    private final Ids ids;

    public AutocallPushes(Networks networks, Ids ids) {
        this.networks = networks;
        this.ids = ids;
    }

    /**
     * What is answered.
     *
     * @param refId left out unless asked for
     */
    public record Pushed(
            @JsonProperty("call_id") String callId,
            @JsonProperty("lead_uuid") String leadUuid,
            @JsonProperty("message") String message,

            @JsonProperty("ref_id") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String refId) {

        public Pushed withReference(String reference) {
            return new Pushed(callId, leadUuid, message, reference);
        }

        /** The answer for a stored push. */
        public static Pushed of(Target target, @Nullable String reference) {
            Push push = target.push();
            if (push == null) {
                throw new IllegalArgumentException("not a pushed target");
            }
            return new Pushed(push.call().toString(), target.id().toString(), "success", reference);
        }
    }

    /**
     * Reads {@code autocall/import}.
     *
     * @throws Failure.Invalid with wire names
     */
    public Order read(JsonNode sent, Tenant tenant, Instant now) {
        Form form = new Form(sent, tenant, List.of(CAMPAIGN, LeadDraft.PHONE, PARAM));
        JsonNode campaign = form.read(CAMPAIGN, Checks.uuid());
        JsonNode phone = form.read(LeadDraft.PHONE, LeadFields::phone);
        JsonNode param = form.read(PARAM, AutocallPushes::param);
        JsonNode reference = form.read(REFERENCE, Checks.orEmpty(Checks.text(1, LONGEST_REFERENCE)));
        form.faults.throwIfAny();
        return order(tenant, now, new Wanted(campaign, phone, param.toString(), null, reference, null));
    }

    /**
     * Reads {@code autocall/otp}.
     *
     * @throws Failure.Invalid with wire names
     */
    public Order readOtp(JsonNode sent, Tenant tenant, Instant now) {
        String template = sent.has(TEMPLATE) || !sent.has(TEMPLATE_NAME) ? TEMPLATE : TEMPLATE_NAME;
        Form form = new Form(sent, tenant, List.of(CAMPAIGN, LeadDraft.PHONE, template, CODE));
        JsonNode campaign = form.read(CAMPAIGN, Checks.uuid());
        JsonNode phone = form.read(LeadDraft.PHONE, LeadFields::phone);
        JsonNode named = form.read(template, Checks.name());
        JsonNode code = form.read(CODE, Checks.text(1, LONGEST_CODE));
        JsonNode reference = form.read(REFERENCE, Checks.orEmpty(Checks.text(1, LONGEST_REFERENCE)));
        form.faults.throwIfAny();
        String data = Json.object().set(CODE, code).toString();
        return order(tenant, now, new Wanted(campaign, phone, data, named.textValue(), reference, OTP_LIFE));
    }

    /** A push whose fields were checked; {@code reference} is a missing node for none. */
    record Wanted(
            JsonNode campaign,
            JsonNode phone,
            String data,
            @Nullable String template,
            JsonNode reference,
            @Nullable Duration life) {}

    Order order(Tenant tenant, Instant now, Wanted wanted) {
        String written = wanted.phone.textValue();
        PhoneNumber number = PhoneReader.of(tenant).read(written).orElseThrow();
        LeadDraft draft = new LeadDraft(tenant, networks, LeadDraft.blank(tenant, NO_LIST, ids.next(), now));
        draft.phone(number, written);
        draft.data(wanted.data);
        String reference = wanted.reference.asText("");
        if (!reference.isEmpty()) {
            draft.carry(REFERENCE, TextNode.valueOf(reference));
        }
        Target target = draft.target();
        return new Order(
                UUID.fromString(wanted.campaign.textValue()),
                target,
                LeadValues.of(target),
                wanted.template,
                reference.isEmpty() ? null : reference,
                wanted.life);
    }

    private static @Nullable JsonNode param(JsonNode sent, Check.Site site) {
        if (!sent.isObject()) {
            return site.fault(Wording.wrongType("object", sent));
        }
        return sent.toString().length() > LeadFields.LONGEST_ADDITIONAL
                ? site.fault(Wording.shorterThan(LeadFields.LONGEST_ADDITIONAL))
                : sent;
    }
}
