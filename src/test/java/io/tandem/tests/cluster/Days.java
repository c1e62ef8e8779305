package io.tandem.tests.cluster;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tandem.tests.Api;
import java.util.List;

/** v3 schedules. */
final class Days {

    private static final long DAY_NANOS = 86_400_000_000_000L;

    /** All day, every day. */
    static final ObjectNode ALL = all();

    private Days() {}

    private static ObjectNode all() {
        ObjectNode week = Api.JSON.createObjectNode();
        for (String day : List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")) {
            week.put(day + "_start_time", 0L).put(day + "_end_time", DAY_NANOS);
        }
        return week;
    }
}
