package io.tandem.gateway.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code tandem tenant …}: tenants of a running gateway, through its {@code /admin}. */
@Command(
        name = "tenant",
        description = "Lists, makes, shows and deletes tenants of a running gateway.",
        synopsisSubcommandLabel = "list|create|show|delete")
final class TenantCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--url",
            scope = ScopeType.INHERIT,
            paramLabel = "<url>",
            defaultValue = "http://localhost:8080",
            description = "Where the gateway is; default ${DEFAULT-VALUE}.")
    private String url = "";

    @Option(
            names = "--token",
            scope = ScopeType.INHERIT,
            paramLabel = "<token>",
            defaultValue = "${env:TANDEM_OPERATOR_TOKEN}",
            showDefaultValue = CommandLine.Help.Visibility.NEVER,
            description = "The operator's token; default is the variable TANDEM_OPERATOR_TOKEN.")
    private @Nullable String token;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Shows this help.")
    @SuppressWarnings("UnusedVariable") // picocli looks at it
    private boolean help;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Say what to do: list, create, show or delete.");
    }

    @Command(name = "list", description = "Lists the tenants, oldest first.")
    void list() {
        JsonNode tenants = api().call("GET", "/tenants", null).path("tenants");
        PrintWriter out = out();
        out.printf("%-36s  %-20s  %-9s  %s%n", "ID", "ZONE", "STATE", "NAME");
        for (JsonNode tenant : tenants) {
            out.printf(
                    "%-36s  %-20s  %-9s  %s%n",
                    tenant.path("tenant_id").asText(),
                    tenant.path("zone").asText(),
                    tenant.path("suspended").asBoolean() ? "suspended" : "open",
                    tenant.path("name").asText());
        }
        out.flush();
    }

    @Command(name = "create", description = "Makes a tenant and prints its credentials, which are never shown again.")
    void create(@Mixin TenantOptions options) {
        AdminApi api = api();
        print(api, api.call("POST", "/tenants", options.document(api.mapper())));
    }

    @Command(name = "show", description = "Shows a tenant.")
    void show(@Parameters(paramLabel = "<id>", description = "The tenant's id.") String id) {
        AdminApi api = api();
        print(api, api.call("GET", path(id), null));
    }

    @Command(name = "delete", description = "Deletes a tenant and its credentials; its records stay.")
    void delete(@Parameters(paramLabel = "<id>", description = "The tenant's id.") String id) {
        AdminApi api = api();
        print(api, api.call("DELETE", path(id), null));
    }

    private static String path(String id) {
        return "/tenants/" + URLEncoder.encode(id, StandardCharsets.UTF_8);
    }

    private AdminApi api() {
        if (token == null || token.isBlank()) {
            throw new CommandFailure("Give the operator's token: set TANDEM_OPERATOR_TOKEN or use --token.");
        }
        return new AdminApi(url, token);
    }

    private void print(AdminApi api, JsonNode document) {
        try {
            PrintWriter out = out();
            out.println(api.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(document));
            out.flush();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree is always written", e);
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
