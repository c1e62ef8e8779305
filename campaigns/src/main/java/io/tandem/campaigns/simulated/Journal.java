package io.tandem.campaigns.simulated;

import io.tandem.campaigns.model.Address;
import io.tandem.campaigns.model.Destination;
import io.tandem.campaigns.model.HangupCause;
import io.tandem.campaigns.ports.Dialer.OutboundCall;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * The carrier's own record of its calls, an independent witness for tests: one JSON object a line, handed to the sink
 * before the carrier lets the event be seen. (design section 7, "The simulated carrier's journal")
 *
 * @param lines takes each line and has it on its way to disk when it returns; may be called from several threads
 */
public record Journal(Consumer<String> lines) {

    public static final Journal NONE = new Journal(line -> {});

    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    void placed(Instant at, OutboundCall call) {
        Address from = call.from();
        Destination to = call.to();
        lines.accept("{\"at\":\"" + INSTANT.format(at) + "\",\"event\":\"placed\",\"call\":\"" + call.attempt()
                + "\",\"tenant\":\"" + call.tenant() + "\",\"campaign\":\"" + call.campaign() + "\",\"carrier\":\""
                + (call.carrier() == null ? "" : call.carrier()) + "\",\"from\":"
                + quoted(from == null ? "" : from.destination().text()) + ",\"to\":"
                + quoted(to == null ? "" : to.text()) + ",\"ring_timeout_ms\":"
                + call.ringTimeout().toMillis() + "}");
    }

    void answered(Instant at, UUID call) {
        lines.accept("{\"at\":\"" + INSTANT.format(at) + "\",\"event\":\"answered\",\"call\":\"" + call + "\"}");
    }

    void ended(Instant at, UUID call, HangupCause cause, Duration talk) {
        lines.accept("{\"at\":\"" + INSTANT.format(at) + "\",\"event\":\"ended\",\"call\":\"" + call + "\",\"cause\":"
                + cause.value() + ",\"talk_ms\":" + talk.toMillis() + "}");
    }

    private static String quoted(String text) {
        StringBuilder json = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ') {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }
}
