package io.tandem.translators.autocall;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tandem.campaigns.model.AgentPacing;
import io.tandem.campaigns.model.Callbacks;
import io.tandem.campaigns.model.CallingHours;
import io.tandem.campaigns.model.Campaign;
import io.tandem.campaigns.model.CampaignKind;
import io.tandem.campaigns.model.CampaignState;
import io.tandem.campaigns.model.Carried;
import io.tandem.campaigns.model.DialPlan;
import io.tandem.campaigns.model.Pacing;
import io.tandem.campaigns.model.RetryPolicy;
import io.tandem.campaigns.model.Run;
import io.tandem.campaigns.model.Script;
import io.tandem.campaigns.model.Tenant;
import io.tandem.campaigns.ports.Ids;
import io.tandem.campaigns.service.CampaignEdit;
import io.tandem.campaigns.service.CampaignEdit.Command;
import io.tandem.campaigns.service.CampaignView;
import io.tandem.campaigns.service.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Campaigns between v3 documents and the hub. Pure but for the ids of new objects; safe for use by many threads.
 *
 * <p>Whether a name is free, a carrier, template or queue exists, and a command is legal, is the hub's to decide.
 */
public final class AutocallCampaigns {

    private static final String EXTENSIONS = "extensions";

    private final Ids ids;
    private final Settings settings;

    /**
     * What the documents leave open.
     *
     * @param retryFloor how long {@code schedule_recall} "after" waits: "at once" is about ten seconds on the platform
     *     (autocall-v3.md, 2.3)
     */
    public record Settings(Duration retryFloor) {

        public static final Settings DEFAULT = new Settings(Duration.ofSeconds(10));

        public Settings {
            if (retryFloor.isNegative() || retryFloor.compareTo(Duration.ofMinutes(1)) >= 0) {
                throw new IllegalArgumentException("retryFloor must be less than a minute: " + retryFloor);
            }
        }
    }

    public AutocallCampaigns(Ids ids, Settings settings) {
        this.ids = ids;
        this.settings = settings;
    }

    /** The campaign as the single GET shows it. */
    public CampaignDocument show(CampaignView view) {
        return CampaignShown.of(view, false);
    }

    /** The campaign as a row of the list: arrays of objects are null, unknown properties left out. */
    public CampaignDocument showInList(CampaignView view) {
        return CampaignShown.of(view, true);
    }

    /**
     * Reads a POST: a new campaign with the documented defaults (autocall-v3.md, 1.4.1 and D16) and a plan of its own.
     *
     * @throws Failure.Invalid with wire names; see the package for its two shapes
     */
    public CampaignEdit create(JsonNode sent, Tenant tenant, Instant now) {
        CampaignView fresh = fresh(tenant, now);
        ObjectNode shown = Json.tree(show(fresh));
        Reading<CampaignDraft> reading = Reading.ofNew(CampaignFields.TABLE, sent, shown, tenant);
        RecallDelay.checkTogether(reading);
        CampaignDraft draft = new CampaignDraft(fresh.campaign(), fresh.plan(), ids, settings, now);
        reading.writeTo(draft);
        draft.plan(plan -> plan.withName(draft.campaign().name()));
        return new CampaignEdit(draft.campaign(), draft.plan(), draft.command(), reading.notes());
    }

    /**
     * Reads a PUT against what the campaign is now. A document that changes nothing gives back the very records of
     * {@code current}; when the write happened ({@code updated}, {@code version}) is the hub's to note.
     *
     * @param now when a plan is made that the campaign did not have
     * @throws Failure.Invalid with wire names; see the package for its two shapes
     */
    public CampaignEdit merge(JsonNode sent, CampaignView current, Instant now) {
        Campaign campaign = current.campaign();
        JsonNode id = sent.path("campaign_uuid");
        boolean named = !id.isMissingNode() && !id.isNull();
        if (named && !id.asText().equalsIgnoreCase(campaign.id().toString())) {
            throw Faults.single("campaign_uuid is invalid");
        }
        ObjectNode shown = Json.tree(show(current));
        Reading<CampaignDraft> reading = Reading.ofChange(CampaignFields.TABLE, sent, shown, current.tenant());
        RecallDelay.checkTogether(reading);
        checkMayChangeType(reading, current);
        CampaignDraft draft = new CampaignDraft(campaign, current.plan(), ids, settings, now);
        reading.writeTo(draft);
        stopIfSwitchedOff(draft, campaign);
        return new CampaignEdit(draft.campaign(), draft.plan(), draft.command(), reading.notes());
    }

    /**
     * Reads {@code PUT /v3/campaign/<uuid>/assign_extension}: the extensions become the campaign's users; whose
     * they are, v3 does not know. (autocall-v3.md, 1.4)
     *
     * @throws Failure.Invalid with wire names
     */
    public CampaignEdit assign(JsonNode sent, CampaignView current) {
        Form form = new Form(sent, current.tenant(), List.of(EXTENSIONS));
        JsonNode extensions = form.read(EXTENSIONS, Checks.smallTexts());
        form.faults.throwIfAny();
        ArrayNode users = Json.array();
        extensions.forEach(extension ->
                users.addObject().put("extension", extension.asText()).put("user_uuid", ""));
        Campaign campaign = current.campaign();
        Carried carried = new CarriedFields(campaign.carried()).with("users", users);
        return new CampaignEdit(campaign.withCarried(carried), current.plan(), null, List.of());
    }

    /**
     * What a campaign is and plays changes only while it is stopped, or with the stop. One that shows as stopped may have
     * calls up. (D12)
     */
    private static void checkMayChangeType(Reading<CampaignDraft> reading, CampaignView current) {
        String stop = CampaignWords.status(CampaignState.STOPPED);
        boolean stops = reading.shown("status").asText().equals(stop)
                || reading.merged("status").asText().equals(stop);
        for (String field : List.of("type", "type_autocall")) {
            if (reading.changes(field) && !stops) {
                reading.faults().add(field, field + " can be changed only while the campaign is stopped");
            } else if (reading.changes(field) && current.callsUp()) {
                reading.faults()
                        .add(
                                field,
                                field + " can be changed only while the campaign is stopped:"
                                        + " calls of it are still up, try again when they have ended");
            }
        }
    }

    /** An inactive campaign does not run. (autocall-v3.md, 2.8) */
    private static void stopIfSwitchedOff(CampaignDraft draft, Campaign before) {
        boolean inRun = before.state() == CampaignState.RUNNING || before.state() == CampaignState.PAUSED;
        boolean switchedOff = before.enabled() && !draft.campaign().enabled();
        if (switchedOff && inRun && draft.command() != Command.START) {
            draft.command(Command.STOP);
        }
    }

    private CampaignView fresh(Tenant tenant, Instant now) {
        long opens = Duration.ofHours(8).toNanos();
        long closes = Duration.ofHours(21).toNanos();
        Campaign campaign = new Campaign(
                tenant.id(),
                ids.next(),
                "",
                null,
                "",
                CampaignKind.AUTOMATED,
                true,
                Run.STOPPED,
                new Pacing(1, Pacing.ChannelMode.DIRECT, Map.of(), new AgentPacing(100, AgentPacing.Rule.DEPLOYED)),
                null,
                CallingHours.everyDay(opens, closes),
                new RetryPolicy(Dispositions.DEFAULT_AGAIN, Duration.ZERO, false),
                Script.EMPTY,
                List.of(),
                null,
                null,
                Callbacks.NONE,
                Campaign.WhenExhausted.WAIT,
                null,
                null,
                false,
                Carried.NONE,
                0,
                now,
                null,
                null);
        CampaignDraft draft = new CampaignDraft(campaign, null, ids, settings, now);
        draft.plan(plan -> plan);
        DialPlan plan = Objects.requireNonNull(draft.plan());
        return new CampaignView(tenant, draft.campaign(), plan, null, null);
    }
}
