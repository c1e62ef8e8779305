package io.tandem.campaigns.scheduler;

import io.tandem.campaigns.model.Campaign;
import io.tandem.campaigns.model.CampaignState;
import io.tandem.campaigns.model.Push;
import io.tandem.campaigns.model.Script;
import io.tandem.campaigns.model.Target;
import io.tandem.campaigns.model.Template;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.SchedulerStore;
import io.tandem.campaigns.ports.TargetValues;
import io.tandem.campaigns.rules.TemplateText;
import io.tandem.campaigns.rules.TemplateText.Rendered;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one tenant's calls play: a campaign's script, or the template that a target was pushed with, filled with the
 * target's values. Templates are read once between two looks at the tenant, never for a call. (autocall-v3.md, 1.6)
 */
final class Scripts {

    private static final System.Logger LOG = System.getLogger(Scripts.class.getName());

    /** A template as last read; null if it does not live. */
    private record Known(@Nullable Template template, boolean hasPlaceholders) {}

    private final TenantId tenant;
    private final SchedulerStore store;
    private final TargetValues values;
    private final Map<UUID, Known> templates = new HashMap<>();

    Scripts(TenantId tenant, SchedulerStore store, TargetValues values) {
        this.tenant = tenant;
        this.store = store;
        this.values = values;
    }

    /** Reads anew what the campaigns at work play; what pushed targets bring along is read when it is needed. */
    void refreshed(View view) {
        templates.clear();
        Set<UUID> ids = new HashSet<>();
        for (Line line : view.lines()) {
            UUID id = line.campaign.script().template();
            if (id != null && line.campaign.state() == CampaignState.RUNNING && line.campaign.queue() == null) {
                ids.add(id);
            }
        }
        if (!ids.isEmpty()) {
            read(ids);
        }
    }

    private void read(Collection<UUID> ids) {
        Map<UUID, Template> living = store.templates(tenant, ids);
        for (UUID id : ids) {
            Template template = living.get(id);
            boolean hasPlaceholders =
                    template != null && !TemplateText.names(template).isEmpty();
            templates.put(id, new Known(template, hasPlaceholders));
        }
    }

    /** What a call hears before its queue takes it: a list of actions. A template is not played where an agent speaks. */
    static Played beforeQueue(Campaign campaign, Target target) {
        Script script = script(campaign, target);
        return script.actions().isEmpty() ? Played.NOTHING : new Played(script, null, false);
    }

    private static Script script(Campaign campaign, Target target) {
        Push push = target.push();
        return push == null || push.template() == null
                ? campaign.script()
                : campaign.script().withTemplate(push.template());
    }

    Played of(Campaign campaign, Target target) {
        Script script = script(campaign, target);
        UUID id = script.template();
        if (id == null) {
            return new Played(script, null, false);
        }
        Template template = filled(known(id), target);
        return new Played(script, template, template == null);
    }

    private Known known(UUID id) {
        Known known = templates.get(id);
        if (known == null) {
            read(Set.of(id));
            return known(id);
        }
        return known;
    }

    /** Null if it cannot be played; what is wrong with one target's values is no other call's matter. */
    private @Nullable Template filled(Known known, Target target) {
        if (known.template == null || !known.hasPlaceholders) {
            return known.template;
        }
        try {
            Rendered rendered = TemplateText.render(known.template, values.of(target));
            return rendered.missing().isEmpty() ? rendered.template() : null;
        } catch (RuntimeException unreadable) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "tenant " + tenant + ": the values of target " + target.id() + " cannot be read",
                    unreadable);
            return null;
        }
    }
}
