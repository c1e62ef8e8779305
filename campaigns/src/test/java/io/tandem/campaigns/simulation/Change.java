package io.tandem.campaigns.simulation;

/**
 * A change to the code of one method, by names, because most of what it names is nobody else's business. Lambdas belong
 * to the method they stand in.
 *
 * @param type its class, below {@code io.tandem.campaigns}
 * @param method all of that name are meant
 * @param call {@code Owner.name} of the calls to change, with {@code /n} if only those with n arguments are meant
 * @param occurrence which of these calls, from 1 in the order of the code; 0 for all of them
 * @param result whether the call stays and {@code by} takes its result, or {@code by} takes its place: its arguments,
 *     with the object it is called on as the first
 * @param by name of a method of {@link Sabotage}
 */
record Change(String type, String method, String call, int occurrence, boolean result, String by) {

    static Change instead(String type, String method, String call, String by) {
        return new Change(type, method, call, 0, false, by);
    }

    static Change result(String type, String method, String call, String by) {
        return new Change(type, method, call, 0, true, by);
    }

    Change only(int nth) {
        return new Change(type, method, call, nth, result, by);
    }

    String className() {
        return "io.tandem.campaigns." + type;
    }

    String owner() {
        return call.substring(0, call.indexOf('.'));
    }

    String name() {
        int end = call.indexOf('/');
        return call.substring(call.indexOf('.') + 1, end < 0 ? call.length() : end);
    }

    /** Null for any number. */
    Integer arguments() {
        int slash = call.indexOf('/');
        return slash < 0 ? null : Integer.valueOf(call.substring(slash + 1));
    }
}
