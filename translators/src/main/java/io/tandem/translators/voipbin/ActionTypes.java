package io.tandem.translators.voipbin;

import java.util.Set;

/**
 * The types that an action may have: those that the original's flow manager knows, the ones that only its own insides use
 * among them, since a client may send back what it was shown. (voipbin-v1.md, 1.1 "Action")
 */
final class ActionTypes {

    static final String SLEEP = "sleep";

    static final Set<String> ALL = Set.of(
            "ai_summary",
            "ai_talk",
            "amd",
            "answer",
            "beep",
            "block",
            "branch",
            "call",
            "condition_call_digits",
            "condition_call_status",
            "condition_datetime",
            "condition_variable",
            "confbridge_join",
            "conference_join",
            "connect",
            "conversation_send",
            "digits_receive",
            "digits_send",
            "echo",
            "email_send",
            "empty",
            "external_media_start",
            "external_media_stop",
            "fetch",
            "fetch_flow",
            "goto",
            "hangup",
            "message_send",
            "mute",
            "play",
            "queue_join",
            "recording_start",
            "recording_stop",
            SLEEP,
            "stop",
            "stream_echo",
            "talk",
            "transcribe_recording",
            "transcribe_start",
            "transcribe_stop",
            "variable_set",
            "webhook_send");

    private ActionTypes() {}
}
