package io.tandem.campaigns.service;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * Why a request is refused: a closed set, rendered once per dialect. Nothing was written when one is thrown. Field names
 * are those of the canonical records, or, from a translator, those of its wire document.
 */
public abstract sealed class Failure extends RuntimeException {

    private Failure(String message) {
        super(message, null, false, false);
    }

    /** The things of the hub, for messages and for the dialects' own reasons. */
    public enum Thing {
        CAMPAIGN,
        /** The campaign that follows another, where it is named. */
        NEXT_CAMPAIGN,
        DIAL_PLAN,
        TARGET_LIST,
        TARGET,
        ATTEMPT,
        CARRIER,
        TEMPLATE,
        QUEUE,
        AGENT,
        TAG,
        FLOW,
        IMPORT,
        ACCESS_KEY,
        AUDIO,
        EVENT_HOOK,
        DO_NOT_CALL_ENTRY,
        TENANT;

        /** As people say it. */
        public String word() {
            return switch (this) {
                case DIAL_PLAN -> "outplan";
                case TARGET_LIST -> "list";
                case ATTEMPT -> "call";
                case DO_NOT_CALL_ENTRY -> "do-not-call entry";
                default -> name().toLowerCase(Locale.ROOT).replace('_', ' ');
            };
        }
    }

    /** No such thing in this tenant. */
    public static final class NotFound extends Failure {
        private final Thing thing;

        public NotFound(Thing thing) {
            super("there is no such " + thing.word());
            this.thing = thing;
        }

        public Thing thing() {
            return thing;
        }
    }

    /** The name belongs to another one. */
    public static final class NameTaken extends Failure {
        private final Thing thing;

        public NameTaken(Thing thing) {
            super("the " + thing.word() + " name is taken");
            this.thing = thing;
        }

        public Thing thing() {
            return thing;
        }
    }

    /** What was sent breaks rules of its dialect; every violation found, in the order of the document. */
    public static final class Invalid extends Failure {
        private final List<Violation> violations;

        public Invalid(List<Violation> violations) {
            super(violations.toString());
            this.violations = List.copyOf(violations);
        }

        public Invalid(String field, String text) {
            this(List.of(new Violation(field, text)));
        }

        public List<Violation> violations() {
            return violations;
        }
    }

    /** One fault: the wire field, and a sentence or the dialect's own wording. */
    public record Violation(String field, String text) {}

    /** A named thing does not exist in this tenant, or was deleted. */
    public static final class UnknownReference extends Failure {
        private final Thing thing;
        private final UUID id;

        public UnknownReference(Thing thing, UUID id) {
            super("the " + thing.word() + " " + id + " does not exist");
            this.thing = thing;
            this.id = id;
        }

        public Thing thing() {
            return thing;
        }

        public UUID id() {
            return id;
        }
    }

    /** The thing cannot do this in its present state. */
    public static final class Refused extends Failure {
        private final Reason reason;

        public Refused(Reason reason) {
            super(reason.sentence());
            this.reason = reason;
        }

        public Reason reason() {
            return reason;
        }
    }

    /** Something running uses it. */
    public static final class InUse extends Failure {
        private final Thing thing;

        public InUse(Thing thing) {
            super("the " + thing.word() + " is in use");
            this.thing = thing;
        }

        public Thing thing() {
            return thing;
        }
    }

    /** Why a thing in its present state cannot do what was asked. */
    public enum Reason {
        DISABLED("the campaign is not active"),
        KIND_NOT_DIALLED("campaigns of this type are not dialled"),
        NO_DIAL_PLAN("the campaign has no outplan"),
        LIST_RUNS_ELSEWHERE("another campaign of the same list is running"),
        STILL_ENABLED("the campaign is active"),
        NOT_STOPPED("the campaign is not stopped"),
        CALLS_UP("calls of its campaign are still up"),
        NOT_ENDED("the call has not ended"),
        DELETED("it was deleted"),
        LAST_ADMIN("it is the last agent with the admin permission"),
        TARGET_LIMIT("the tenant's limit of stored targets is reached"),
        NOT_RUNNING("the campaign is not running"),
        CLOSED("no calls are placed at this hour"),
        DO_NOT_CALL("the number is on the do-not-call list"),
        ATTEMPTS_OF_THE_DAY("the number has had its calls of the day"),
        NO_TEMPLATE("there is no template of that name"),
        MISSING_VALUE("a placeholder of the template has no value"),
        REFERENCE_TAKEN("the reference stands for another call");

        private final String sentence;

        Reason(String sentence) {
            this.sentence = sentence;
        }

        public String sentence() {
            return sentence;
        }
    }
}
