package io.tandem.translators.voipbin;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.campaigns.model.AgentPacing;
import io.tandem.campaigns.model.Campaign;
import io.tandem.campaigns.model.Campaign.WhenExhausted;
import io.tandem.campaigns.model.CampaignKind;
import io.tandem.campaigns.model.Carried;
import io.tandem.campaigns.model.Pacing;
import io.tandem.campaigns.model.Script.Action;
import io.tandem.campaigns.service.CampaignEdit;
import io.tandem.campaigns.service.CampaignEdit.Command;
import io.tandem.campaigns.service.CampaignView;
import io.tandem.campaigns.service.Failure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What each {@code PUT} of a campaign makes of it. An echo is no write: a sent field equal to the shown one changes
 * nothing, and an edit whose campaign equals the current one is none. {@code updated} moves only with a change.
 * (mapping.md, rules 0 and 1; voipbin-v1.md, section 3)
 *
 * <p>All throw {@link Failure.Invalid} for broken rules and {@link WireFault} for wrong JSON types. When the edit names
 * another outplan its plan is null; otherwise it is the current plan, untouched.
 */
public final class VoipbinCampaignChanges {

    private VoipbinCampaignChanges() {}

    /**
     * {@code PUT /campaigns/{id}}: name, detail, type, service_level, end_handle, and {@code status} if it is there;
     * absent or null keeps. The ids and actions have routes of their own and are ignored here.
     *
     * @param callsUp whether calls of the campaign are up, as in {@link VoipbinCampaigns#show}
     */
    public static CampaignEdit merge(JsonNode body, CampaignView current, boolean callsUp, Instant now) {
        Document document = Document.of(body);
        Campaign before = current.campaign();
        CampaignWords.Type shownType = CampaignWords.Type.of(before.kind());
        String name = document.uncleared("name", before.name());
        CampaignWords.Type type = document.oneOf("type", CampaignWords.Type.BY_WORD, shownType);
        int percent = document.integer("service_level", before.pacing().agents().percent());
        WhenExhausted end = document.oneOf("end_handle", CampaignWords.END_HANDLES, before.whenExhausted());
        Command command = command(document, CampaignWords.status(before, callsUp));
        Campaign after = before.with(change -> change.name(name)
                .reservedName(name.equals(before.name()) ? before.reservedName() : null)
                .description(document.text("detail", before.description()))
                .kind(type == shownType ? before.kind() : type.kind(before.queue()))
                .pacing(withPercent(before, percent))
                .whenExhausted(end));
        return edit(document, current, after, command, now);
    }

    /** What a status in a whole object asks for, if it differs from the shown one. */
    private static @Nullable Command command(Document document, String shown) {
        String sent = document.text("status", shown);
        boolean endedMeanwhile = sent.equals(CampaignWords.STOPPING) && shown.equals(CampaignWords.STOP);
        if (sent.equals(shown) || endedMeanwhile) {
            return null;
        }
        Command command = document.oneOf("status", CampaignWords.COMMANDS, Command.STOP);
        return command == Command.START && shown.equals(CampaignWords.RUN) ? null : command;
    }

    /** {@code PUT /campaigns/{id}/status}: always a command, even for the status that is shown. */
    public static Command status(JsonNode body) {
        Document document = Document.of(body);
        document.require("status");
        Command command = document.oneOf("status", CampaignWords.COMMANDS, Command.STOP);
        document.check();
        return command;
    }

    /** {@code PUT /campaigns/{id}/service_level}; any integer. */
    public static CampaignEdit serviceLevel(JsonNode body, CampaignView current, Instant now) {
        Document document = Document.of(body);
        document.require("service_level");
        Campaign before = current.campaign();
        int percent = document.integer("service_level", 0);
        return edit(document, current, before.withPacing(withPercent(before, percent)), now);
    }

    /** {@code PUT /campaigns/{id}/actions}: other actions than the shown ones take a template's place. */
    public static CampaignEdit actions(JsonNode body, CampaignView current, Instant now) {
        Document document = Document.of(body);
        document.require("actions");
        Campaign before = current.campaign();
        List<Action> sent = Actions.read(document, "actions");
        boolean isEcho = Actions.same(Actions.show(before.script(), current.template()), sent);
        Campaign after = isEcho ? before : before.withScript(before.script().withActions(sent));
        return edit(document, current, after, now);
    }

    /**
     * {@code PUT /campaigns/{id}/resource_info}: absent or null keeps, {@code ""} or the nil UUID clears. The outdial
     * replaces the first of the campaign's lists only.
     */
    public static CampaignEdit resources(JsonNode body, CampaignView current, Instant now) {
        Document document = Document.of(body);
        Campaign before = current.campaign();
        UUID outplan = document.id("outplan_id", before.dialPlan());
        UUID first = before.lists().stream().findFirst().orElse(null);
        UUID outdial = document.id("outdial_id", first);
        UUID queue = document.id("queue_id", before.queue());
        UUID next = document.id("next_campaign_id", before.next());
        Campaign after = before.with(change -> change.dialPlan(outplan)
                .lists(Objects.equals(outdial, first) ? before.lists() : withFirst(before.lists(), outdial))
                .queue(queue)
                .kind(Objects.equals(queue, before.queue()) ? before.kind() : kindWith(before, queue))
                .next(next));
        return edit(document, current, after, now);
    }

    /** {@code PUT /campaigns/{id}/next_campaign_id}: empty or absent unchains. */
    public static CampaignEdit next(JsonNode body, CampaignView current, Instant now) {
        Document document = Document.of(body);
        return edit(document, current, current.campaign().withNext(document.id("next_campaign_id", null)), now);
    }

    private static CampaignEdit edit(Document document, CampaignView current, Campaign changed, Instant now) {
        return edit(document, current, changed, null, now);
    }

    private static CampaignEdit edit(
            Document document, CampaignView current, Campaign changed, @Nullable Command command, Instant now) {
        Campaign before = current.campaign();
        Carried carried = CarriedWords.of(document, before.carried(), VoipbinCampaigns.FIELDS);
        document.check();
        Campaign wanted = changed.withCarried(carried);
        Campaign after = wanted.equals(before) ? before : wanted.withUpdated(now);
        boolean isSamePlan = Objects.equals(after.dialPlan(), before.dialPlan());
        return new CampaignEdit(after, isSamePlan ? current.plan() : null, command, CampaignNotes.of(document, after));
    }

    private static Pacing withPercent(Campaign campaign, int percent) {
        Pacing pacing = campaign.pacing();
        return pacing.withAgents(new AgentPacing(percent, pacing.agents().rule()));
    }

    private static CampaignKind kindWith(Campaign campaign, @Nullable UUID queue) {
        return CampaignWords.Type.of(campaign.kind()).kind(queue);
    }

    private static List<UUID> withFirst(List<UUID> lists, @Nullable UUID first) {
        List<UUID> changed = new ArrayList<>();
        if (first != null) {
            changed.add(first);
        }
        lists.stream().skip(1).filter(list -> !list.equals(first)).forEach(changed::add);
        return changed;
    }
}
