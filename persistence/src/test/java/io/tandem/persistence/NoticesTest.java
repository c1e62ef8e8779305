package io.tandem.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.Replicas.Notice;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NoticesTest {

    private static final UUID SELF = UUID.fromString("7d1c1c52-94bd-4c6e-8a63-0a5f0b9f7d01");
    private static final UUID OTHER = UUID.fromString("7d1c1c52-94bd-4c6e-8a63-0a5f0b9f7d02");
    private static final TenantId TENANT = TenantId.of("7d1c1c52-94bd-4c6e-8a63-0a5f0b9f7d03");

    @Test
    void doesNotHearItsOwnWordOfChanges() {
        assertThat(Notices.read(Notices.changed(SELF, TENANT), SELF)).isEmpty();
        assertThat(Notices.read(Notices.changed(OTHER, TENANT), SELF)).contains(new Notice.Changed(TENANT));
    }

    /**
     * The owner wrote, and so did another replica before: that one asks for the epoch of both, which only the owner's word
     * on its own write brings about.
     */
    @Test
    void hearsItsOwnForbiddingWrites() {
        assertThat(Notices.read(Notices.forbidden(SELF, TENANT) + 7, SELF)).contains(new Notice.Forbidden(TENANT, 7));
        assertThat(Notices.read(Notices.forbidden(OTHER, TENANT) + 7, SELF)).contains(new Notice.Forbidden(TENANT, 7));
    }
}
