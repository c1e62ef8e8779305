package io.tandem.translators.voipbin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tandem.campaigns.model.AgentPacing;
import io.tandem.campaigns.service.Failure;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The two wire forms of v1.0, oldest first. Everything is rendered in the newest form; what an older one shows otherwise
 * is a list of named {@link VersionChange}s, undone one after the other. (voipbin-v1.md, versions table)
 */
public enum WireVersion {
    /** As the seed documents print it. */
    V2022_10("2022-10"),
    /** As the deployed server answers. */
    V2026_08("2026-08");

    /** For tenants that are pinned to none. */
    public static final WireVersion DEFAULT = V2022_10;

    /** The request header that overrides the tenant's pinned version. */
    public static final String HEADER = "VoIPbin-Version";

    private final String name;

    WireVersion(String name) {
        this.name = name;
    }

    /** The value of the header and of a tenant's pin. */
    public String text() {
        return name;
    }

    /** Every difference between the versions, a sentence each. */
    public static List<String> differences() {
        return Stream.of(VersionChange.values()).map(VersionChange::sentence).toList();
    }

    /**
     * The version that a header or a tenant's pin names.
     *
     * @param field what the text came from, for the message
     * @throws Failure.Invalid if it is neither version
     */
    public static WireVersion of(String field, String text) {
        return find(text.strip())
                .orElseThrow(() -> new Failure.Invalid(
                        field, field + " must be one of: " + V2022_10.name + ", " + V2026_08.name + "."));
    }

    private static Optional<WireVersion> find(String text) {
        for (WireVersion version : values()) {
            if (version.name.equals(text)) {
                return Optional.of(version);
            }
        }
        return Optional.empty();
    }

    /** The service level rule that a campaign gets when it is made under this version, for good. */
    public AgentPacing.Rule serviceLevelRule() {
        AgentPacing.Rule rule = AgentPacing.Rule.DEPLOYED;
        for (VersionChange change : VersionChange.values()) {
            rule = change.isNewerThan(this) ? change.undo(rule) : rule;
        }
        return rule;
    }

    /** An instant as this version prints it, for page tokens. */
    String time(Instant at) {
        return this == V2022_10 ? WireTime.spaced(at) : WireTime.rfc3339(at);
    }

    /** Turns a document of the newest form into this version's, in place. */
    ObjectNode render(WireKind kind, ObjectNode newest) {
        for (VersionChange change : VersionChange.values()) {
            if (change.isNewerThan(this)) {
                change.undo(kind, newest);
            }
        }
        return newest;
    }
}
