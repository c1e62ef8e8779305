package io.tandem.gateway;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** A running gateway in this process. */
public final class Gateway implements AutoCloseable {

    /** Bytes. */
    private static final int LONGEST_REQUEST_LINE = 1 << 17;

    private static final long JSON_BYTES = 10L << 20;
    private static final long FORM_OVERHEAD_BYTES = 1L << 20;
    /** Ringing and waiting for an agent are a year each at most. */
    private static final Duration LONGEST_BEFORE_TALK = Duration.ofDays(732);

    private final ApplicationContext context;
    private final EmbeddedServer server;

    private Gateway(ApplicationContext context, EmbeddedServer server) {
        this.context = context;
        this.server = server;
    }

    /**
     * Starts the gateway and returns when it serves.
     *
     * @param beans more beans, for what runs in the same process
     * @throws BadSetting if a setting cannot be used
     * @throws StartFailure if the port is taken or the database cannot be used
     */
    public static Gateway start(Settings settings, Object... beans) {
        ApplicationContext context = ApplicationContext.builder()
                .banner(false)
                .deduceEnvironment(false)
                .environmentPropertySource(false)
                .singletons(
                        Stream.concat(Stream.of(settings), Arrays.stream(beans)).toArray())
                .properties(properties(settings))
                .build();
        try {
            context.start();
            return new Gateway(context, context.getBean(EmbeddedServer.class).start());
        } catch (RuntimeException e) {
            context.close();
            throw StartFailure.explain(e, settings);
        }
    }

    private static Map<String, Object> properties(Settings settings) {
        Map<String, Object> properties = new LinkedHashMap<>(settings.database().properties());
        properties.put("micronaut.application.name", "tandem");
        properties.put("micronaut.server.port", settings.port() == 0 ? -1 : settings.port());
        properties.put("micronaut.server.max-request-size", settings.maxUploadBytes() + FORM_OVERHEAD_BYTES);
        properties.put("micronaut.server.max-request-buffer-size", JSON_BYTES);
        properties.put("micronaut.server.multipart.max-file-size", settings.maxUploadBytes());
        properties.put("micronaut.server.multipart.mixed", true);
        properties.put("micronaut.server.date-header", true);
        // The server forgets what it cannot read to the end: LongTargets refuses in the shape of the path.
        properties.put("micronaut.server.netty.max-initial-line-length", LONGEST_REQUEST_LINE);
        properties.put("micronaut.server.log-handled-exceptions", false);
        properties.put("endpoints.all.enabled", false);
        properties.put("tandem.lease", settings.lease().toString());
        // Every session of this process bears a name of its own: as long as there is one, the process may live.
        String sessions = "tandem-" + UUID.randomUUID();
        properties.put("tandem.sessions", sessions);
        properties.computeIfPresent(
                "datasources.default.url",
                (name, url) -> ((String) url).replace("ApplicationName=tandem", "ApplicationName=" + sessions));
        properties.put(
                "tandem.longest-call",
                settings.maxTalk().plus(LONGEST_BEFORE_TALK).toString());
        return properties;
    }

    /** The port it listens on. */
    public int port() {
        return server.getPort();
    }

    public URI url() {
        return URI.create("http://localhost:" + port());
    }

    /** The beans, for what runs in the same process: the demo, tests. */
    public ApplicationContext context() {
        return context;
    }

    /** Stops serving, then ends everything in the order that the beans ask for. */
    @Override
    public void close() {
        context.close();
    }
}
