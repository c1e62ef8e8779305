package io.tandem.gateway.admin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.tandem.campaigns.model.TenantId;
import io.tandem.gateway.http.Json;
import io.tandem.gateway.security.MasterSecret;
import java.util.List;
import java.util.UUID;

/** {@code /admin/tenants}: the operator makes, reads, changes and removes tenants. (design section 7) */
@Controller("/admin/tenants")
@Consumes(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class TenantsController {

    private final Tenants tenants;
    private final MasterSecret secret;

    TenantsController(Tenants tenants, MasterSecret secret) {
        this.tenants = tenants;
        this.secret = secret;
    }

    record All(List<TenantAnswer> tenants) {}

    @Post
    @Status(HttpStatus.CREATED)
    HttpResponse<TenantAnswer.Created> create(@Json ObjectNode document) {
        TenantKeys keys = tenants.create(TenantDocument.create(document));
        return HttpResponse.created(TenantAnswer.Created.of(keys, secret.webhookSecret(keys.tenant())))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.LOCATION, "/admin/tenants/" + keys.tenant());
    }

    @Get
    All list() {
        return new All(tenants.all().stream().map(TenantAnswer::of).toList());
    }

    @Get("/{id}")
    TenantAnswer get(UUID id) {
        return TenantAnswer.of(tenants.get(new TenantId(id)));
    }

    @Patch("/{id}")
    TenantAnswer change(UUID id, @Json ObjectNode document) {
        return TenantAnswer.of(tenants.change(new TenantId(id), tenant -> TenantDocument.patch(tenant, document)));
    }

    @Delete("/{id}")
    TenantAnswer delete(UUID id) {
        return TenantAnswer.of(tenants.delete(new TenantId(id)));
    }
}
