package io.tandem.gateway.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keeps the last of several boundaries of a form: curl adds its own behind one that it is given by hand, as the platform's
 * documents do, and the server takes the first. (autocall-v3.md, 1.7: {@code autocall/audio.md})
 */
final class DoubledBoundary {

    private static final Pattern FORM = Pattern.compile("multipart/form-data\\s*;.*", Pattern.CASE_INSENSITIVE);
    private static final Pattern BOUNDARY =
            Pattern.compile(";\\s*boundary\\s*=\\s*(\"[^\"]*\"|[^;\\s]*)", Pattern.CASE_INSENSITIVE);

    private DoubledBoundary() {}

    static void mend(HttpHeaders headers) {
        String type = headers.get(HttpHeaderNames.CONTENT_TYPE);
        if (type != null && FORM.matcher(type).matches()) {
            headers.set(HttpHeaderNames.CONTENT_TYPE, mend(type));
        }
    }

    /** The content type with its last boundary only; as it is if it has no other. */
    static String mend(String type) {
        Matcher boundaries = BOUNDARY.matcher(type);
        int count = 0;
        String last = "";
        while (boundaries.find()) {
            count++;
            last = boundaries.group(1);
        }
        return count < 2 ? type : boundaries.replaceAll("") + "; boundary=" + last;
    }
}
