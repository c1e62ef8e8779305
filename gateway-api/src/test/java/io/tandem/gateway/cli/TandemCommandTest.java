package io.tandem.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.gateway.TestGateway;
import io.tandem.gateway.http.Mapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import picocli.CommandLine;

class TandemCommandTest {

    @RegisterExtension
    static final TestGateway GATEWAY = TestGateway.unlimited();

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void makesListsShowsAndDeletesATenant() throws JsonProcessingException {
        String[] options = {"--name", "From CLI", "--zone", "Asia/Seoul", "--country", "KR", "--calls", "9"};
        assertThat(tenant("create", options)).isZero();
        JsonNode made = Mapper.create().readTree(out.toString());
        String id = made.path("tenant_id").asText();

        assertThat(made.at("/autocall/api_key").asText()).isNotEmpty();
        assertThat(tenant("list")).isZero();
        assertThat(out.toString()).contains(id, "Asia/Seoul", "open", "From CLI");
        assertThat(tenant("show", id)).isZero();
        assertThat(Mapper.create().readTree(out.toString()).at("/caps/calls").asInt())
                .isEqualTo(9);
        assertThat(tenant("delete", id)).isZero();
        assertThat(tenant("show", id)).isEqualTo(1);
        assertThat(err.toString().strip()).isEqualTo("The gateway refuses: there is no such tenant.");
    }

    @Test
    void passesOnWhatTheGatewayRefuses() {
        int exit = tenant("create", "--name", "x", "--zone", "Mars");

        assertThat(exit).isEqualTo(1);
        assertThat(err.toString().strip())
                .startsWith("The gateway refuses: zone")
                .doesNotContain("\n");
    }

    @Test
    void saysInASentenceWhatIsMissing() {
        assertThat(run("tenant", "list", "--url", GATEWAY.running().url().toString(), "--token", "wrong"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("operator token");
        assertThat(run("tenant", "list", "--url", "http://localhost:1", "--token", "x"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("No gateway answers at http://localhost:1");
        assertThat(run("tenant", "list", "--url", "nonsense", "--token", "x")).isEqualTo(1);
        assertThat(err.toString()).contains("no address of a gateway");
        assertThat(run("tenant")).isEqualTo(2);
        assertThat(run("tenant", "create")).isEqualTo(2);
        assertThat(run("nonsense")).isEqualTo(2);
    }

    @Test
    void helps() {
        assertThat(run()).isZero();
        assertThat(out.toString()).contains("serve", "tenant");
        assertThat(run("serve", "--help")).isZero();
        assertThat(out.toString()).contains("TANDEM_PORT", "TANDEM_DB_URL");
        assertThat(run("tenant", "create", "--help")).isZero();
        assertThat(out.toString()).contains("--voipbin-version");
    }

    private int tenant(String command, String... arguments) {
        String[] all = new String[arguments.length + 6];
        System.arraycopy(
                new String[] {
                    "tenant", command, "--url", GATEWAY.running().url().toString(), "--token", TestGateway.OPERATOR
                },
                0,
                all,
                0,
                6);
        System.arraycopy(arguments, 0, all, 6, arguments.length);
        return run(all);
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        CommandLine command = TandemCommand.commandLine();
        command.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        return command.execute(arguments);
    }
}
