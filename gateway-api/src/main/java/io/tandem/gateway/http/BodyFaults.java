package io.tandem.gateway.http;

import io.micronaut.http.exceptions.BufferLengthExceededException;
import io.micronaut.http.exceptions.ContentLengthExceededException;
import io.netty.handler.codec.compression.DecompressionException;
import io.netty.handler.codec.http.multipart.HttpPostRequestDecoder;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/** What the HTTP server finds wrong with a body while it is read, however deep it stands among the causes. */
final class BodyFaults {

    private static final int DEEPEST = 20;
    private static final String FORMS = HttpPostRequestDecoder.class.getPackageName() + ".";

    private BodyFaults() {}

    static Optional<Fault.BadBody> of(Throwable thrown) {
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof BufferLengthExceededException || cause instanceof ContentLengthExceededException) {
                return Optional.of(tooLarge());
            }
            if (cause instanceof DecompressionException) {
                return Optional.of(malformed("the body is not in the form that Content-Encoding names"));
            }
            if (isOfAForm(cause)) {
                return Optional.of(malformed("the form cannot be read"));
            }
            if (cause instanceof EOFException) {
                return Optional.of(malformed("the connection was closed before the whole body was there"));
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }

    /** What the server's reader of forms stumbles over; not what the disk does to it. */
    private static boolean isOfAForm(Throwable cause) {
        boolean isFault = cause instanceof HttpPostRequestDecoder.ErrorDataDecoderException
                || (cause instanceof RuntimeException
                        && Arrays.stream(cause.getStackTrace())
                                .limit(DEEPEST)
                                .anyMatch(frame -> frame.getClassName().startsWith(FORMS)));
        return isFault && !(cause.getCause() instanceof IOException);
    }

    static Fault.BadBody tooLarge() {
        return new Fault.BadBody(Fault.BadBody.Kind.TOO_LARGE, "the body is too large");
    }

    private static Fault.BadBody malformed(String detail) {
        return new Fault.BadBody(Fault.BadBody.Kind.MALFORMED, detail);
    }
}
