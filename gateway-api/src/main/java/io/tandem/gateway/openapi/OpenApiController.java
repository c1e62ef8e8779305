package io.tandem.gateway.openapi;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Hidden;
import io.tandem.gateway.http.Fault;
import io.tandem.gateway.http.Refusal;
import io.tandem.gateway.security.Open;
import java.util.Optional;

/**
 * {@code GET /openapi/<surface>.json}: the OpenAPI documents of both dialects and of the gateway's own routes; and
 * {@code GET /openapi/}: a page to read them and try them on. Both come out of our own jar. (design section 7)
 */
@Open
@Hidden
@Controller("/openapi")
final class OpenApiController {

    private static final String ONE_DAY = "public, max-age=86400";

    private final OpenApiDocuments documents;

    OpenApiController(OpenApiDocuments documents) {
        this.documents = documents;
    }

    @Get
    HttpResponse<?> page() {
        return file(TryItPage.find("index.html"), "no-cache");
    }

    @Get("/{name}.json")
    HttpResponse<?> document(String name) {
        byte[] json = documents.find(name).orElseThrow(() -> new Refusal(new Fault.NoRoute()));
        return HttpResponse.ok(json).contentType(MediaType.APPLICATION_JSON_TYPE);
    }

    @Get("/page/{file}")
    HttpResponse<?> file(String file) {
        return file(TryItPage.find(file), ONE_DAY);
    }

    private static HttpResponse<?> file(Optional<TryItPage.File> found, String cacheControl) {
        TryItPage.File file = found.orElseThrow(() -> new Refusal(new Fault.NoRoute()));
        return HttpResponse.ok(file.content())
                .contentType(file.type())
                .header(HttpHeaders.CACHE_CONTROL, cacheControl)
                .header("X-Content-Type-Options", "nosniff")
                .header(
                        "Content-Security-Policy",
                        "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'");
    }
}
