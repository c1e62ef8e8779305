package io.tandem.gateway.http;

/** Why the shell turns a request away before any service is asked: a closed set, rendered once per dialect. */
public sealed interface Fault {

    /**
     * Nobody we know.
     *
     * @param presented whether a credential was sent at all
     */
    record Unauthenticated(boolean presented) implements Fault {}

    /** Somebody we know, who may not do this. */
    record Forbidden(Why why) implements Fault {
        /** What stands in the way. */
        public enum Why {
            PERMISSION,
            SUSPENDED
        }
    }

    /** Too many requests from one address, or of one tenant. */
    record TooMany(By by, long retryAfterSeconds) implements Fault {
        /** Whose limit it is. */
        public enum By {
            ADDRESS,
            TENANT
        }
    }

    /** The body is not the JSON document that the route takes. */
    record BadBody(Kind kind, String detail) implements Fault {
        /** What is wrong with it. */
        public enum Kind {
            /** No JSON, or JSON with a trap in it: see {@link JsonBodies}. */
            MALFORMED,
            /** JSON, but an array, text, number … where an object is due; the detail is the JSON type found. */
            NOT_AN_OBJECT,
            TOO_LARGE,
            MEDIA_TYPE
        }
    }

    /** The id in the path is no UUID. */
    record BadId() implements Fault {}

    /** A query parameter or header that cannot be read. */
    record BadParameter(String name, String text) implements Fault {}

    /** The request breaks the rules of HTTP: a broken escape, a header too long. */
    record BadRequest(int status, String detail) implements Fault {}

    /** No such path. */
    record NoRoute() implements Fault {}

    /** The path is there, the method is not. */
    record WrongMethod(String method) implements Fault {}

    /** The database is away. */
    record Unavailable() implements Fault {}

    /** Our fault; the log has the cause under the request's id. */
    record Unexpected() implements Fault {}
}
