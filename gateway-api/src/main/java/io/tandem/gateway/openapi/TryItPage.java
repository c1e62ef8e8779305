package io.tandem.gateway.openapi;

import io.micronaut.http.MediaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** The files of the try-it page: two of our own and those of Swagger UI that it needs. No other file can be asked for. */
final class TryItPage {

    /** A file as it is served. No record: its bytes are compared by nobody. */
    static final class File {

        private final byte[] content;
        private final MediaType type;

        private File(byte[] content, MediaType type) {
            this.content = content;
            this.type = type;
        }

        byte[] content() {
            return content;
        }

        MediaType type() {
            return type;
        }
    }

    private static final MediaType HTML = MediaType.of("text/html;charset=utf-8");
    private static final MediaType SCRIPT = MediaType.of("text/javascript;charset=utf-8");
    private static final MediaType STYLE = MediaType.of("text/css;charset=utf-8");

    private static final Map<String, MediaType> OURS = Map.of("index.html", HTML, "start.js", SCRIPT);
    private static final Map<String, MediaType> SWAGGER_UIS = Map.of(
            "swagger-ui.css", STYLE,
            "swagger-ui-bundle.js", SCRIPT,
            "swagger-ui-standalone-preset.js", SCRIPT,
            "favicon-32x32.png", MediaType.IMAGE_PNG_TYPE);

    private TryItPage() {}

    static Optional<File> find(String name) {
        MediaType ours = OURS.get(name);
        if (ours != null) {
            return Packed.read("openapi/page/" + name).map(content -> new File(content, ours));
        }
        MediaType theirs = SWAGGER_UIS.get(name);
        return theirs == null
                ? Optional.empty()
                : Packed.read("META-INF/resources/webjars/swagger-ui-dist/" + SwaggerUi.VERSION + "/" + name)
                        .map(content -> new File(content, theirs));
    }

    /** Its files lie in a folder of its version. */
    private static final class SwaggerUi {

        static final String VERSION = version();

        private static String version() {
            String resource = "META-INF/maven/org.webjars.npm/swagger-ui-dist/pom.properties";
            byte[] text = Packed.read(resource).orElseThrow(() -> new Packed.Missing(resource));
            Properties properties = new Properties();
            try {
                properties.load(new ByteArrayInputStream(text));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return properties.getProperty("version");
        }
    }
}
