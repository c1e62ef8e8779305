package io.tandem.campaigns.service;

import io.tandem.campaigns.model.Audio;
import io.tandem.campaigns.model.KeyMenu;
import io.tandem.campaigns.model.Prompt;
import io.tandem.campaigns.model.Template;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.AudioStore;
import io.tandem.campaigns.ports.NamedStore.NameReserved;
import io.tandem.campaigns.ports.ObjectStore;
import io.tandem.campaigns.ports.Page;
import io.tandem.campaigns.ports.Transactions;
import io.tandem.campaigns.service.Failure.Thing;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What clients do to sound files. */
public final class AudioService {

    private static final int TEMPLATES_AT_ONCE = 500;

    private final AudioStore audios;
    private final ObjectStore<Template> templates;
    private final Transactions transactions;
    private final InstantSource clock;

    public AudioService(
            AudioStore audios, ObjectStore<Template> templates, Transactions transactions, InstantSource clock) {
        this.audios = audios;
        this.templates = templates;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Stores a file; {@link Failure.NameTaken} if a living one has its name. */
    public void create(Audio audio, byte[] file) {
        try {
            transactions.inTenant(audio.tenant(), () -> {
                audios.insert(audio);
                audios.write(audio.tenant(), audio.id(), file);
            });
        } catch (NameReserved taken) {
            throw new Failure.NameTaken(Thing.AUDIO);
        }
    }

    /** A page of the living ones, newest first; of one name, or all if null. */
    public List<Audio> page(TenantId tenant, @Nullable String name, Page page) {
        return transactions.inTenant(tenant, () -> audios.page(tenant, name, page));
    }

    public long count(TenantId tenant, @Nullable String name) {
        return transactions.inTenant(tenant, () -> audios.count(tenant, name));
    }

    public Audio get(TenantId tenant, UUID id) {
        return transactions.inTenant(
                tenant, () -> audios.findLiving(tenant, id).orElseThrow(() -> new Failure.NotFound(Thing.AUDIO)));
    }

    public byte[] read(TenantId tenant, UUID id) {
        return transactions.inTenant(tenant, () -> audios.read(tenant, id));
    }

    /** Deletes a file and its bytes; {@link Failure.InUse} if a living template plays it. */
    public void delete(TenantId tenant, UUID id) {
        transactions.inTenant(tenant, () -> {
            Audio audio = audios.lockLiving(tenant, id).orElseThrow(() -> new Failure.NotFound(Thing.AUDIO));
            if (isPlayed(tenant, id)) {
                throw new Failure.InUse(Thing.AUDIO);
            }
            audios.update(audio.withDeleted(clock.instant().truncatedTo(ChronoUnit.MICROS)));
            audios.drop(tenant, id);
        });
    }

    private boolean isPlayed(TenantId tenant, UUID id) {
        List<Template> page;
        int offset = 0;
        do {
            page = templates.page(tenant, Page.skipping(TEMPLATES_AT_ONCE, offset));
            if (page.stream().anyMatch(template -> played(template).contains(id))) {
                return true;
            }
            offset += page.size();
        } while (page.size() == TEMPLATES_AT_ONCE);
        return false;
    }

    /**
     * Every file that a template plays must live, and lives until the caller's transaction ends.
     *
     * @throws Failure.UnknownReference for the first that does not, another tenant's alike
     */
    public void checkPlayed(Template template) {
        transactions.inTenant(template.tenant(), () -> {
            for (UUID id : played(template)) {
                if (audios.lockLiving(template.tenant(), id).isEmpty()) {
                    throw new Failure.UnknownReference(Thing.AUDIO, id);
                }
            }
        });
    }

    /** In one order, so that two transactions that lock them cannot wait for each other. */
    private static Set<UUID> played(Template template) {
        Set<UUID> files = new LinkedHashSet<>();
        add(files, template.audio());
        KeyMenu keys = template.keys();
        if (keys != null) {
            add(files, keys.exit());
            add(files, keys.invalid());
            keys.options().forEach(option -> add(files, option.prompt()));
        }
        return new LinkedHashSet<>(files.stream().sorted().toList());
    }

    private static void add(Set<UUID> files, @Nullable Prompt prompt) {
        add(files, prompt == null ? null : prompt.audio());
    }

    private static void add(Set<UUID> files, @Nullable UUID file) {
        if (file != null) {
            files.add(file);
        }
    }
}
