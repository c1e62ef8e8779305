package io.tandem.translators.autocall;

import io.tandem.campaigns.service.Failure;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The form of {@code POST /v3/lead/file}, and what single leads are refused for. (autocall-v3.md, 1.2, D24 and case 78) */
public final class LeadUpload {

    private static final int UUID_LENGTH = 36;

    private LeadUpload() {}

    /** The form's list; the documented single text if it is absent, the validator's if it is no UUID. */
    public static UUID list(@Nullable String sent) {
        if (sent == null || sent.isBlank()) {
            throw Faults.single("list_uuid is missing");
        }
        checkReadable(sent);
        String text = sent.strip();
        if (!text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
            throw new Failure.Invalid("list_uuid", Wording.longerThan(UUID_LENGTH));
        }
        return UUID.fromString(text);
    }

    /** Refuses a form's text that was no UTF-8: the server puts a replacement character where it could not read. */
    static void checkReadable(String text) {
        if (text.indexOf('\uFFFD') >= 0) {
            throw Faults.single("Bad Request");
        }
    }

    /** The form has no file. */
    public static Failure noFile() {
        return Faults.single("http: no such file");
    }

    /** The list has this number already. */
    public static Failure numberTaken() {
        return Faults.single("phone_number is existed");
    }
}
