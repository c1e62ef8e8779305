package io.tandem.gateway.cli;

import io.tandem.gateway.demo.Demo;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tandem demo}: two campaigns, one over each API, dialled by one scheduler before one's eyes. */
@Command(
        name = "demo",
        description = {
            "Starts a gateway in memory with a demo tenant, runs one campaign that came in over v3 and one that came in"
                    + " over v1.0, shows their progress and result, and keeps serving.",
            "No phone rings: the carrier is simulated."
        })
final class DemoCommand implements Callable<Integer> {

    private static final int BROKEN = 1;
    /** Set by the launcher, which can tell; Java from 22 on has a console even where there is no terminal. */
    private static final String TERMINAL = "tandem.terminal";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "Port to listen on, 0 for any free one (${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--speed",
            paramLabel = "N",
            defaultValue = "10",
            description = "How much faster than life simulated calls run (${DEFAULT-VALUE}).")
    private double speed;

    @Option(names = "--once", description = "Ends after the run: exit code 0, or 1 if a promise was broken.")
    private boolean once;

    @SuppressWarnings("UnusedVariable") // picocli reads it
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this help.")
    private boolean help;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Demo demo = Demo.start(System.getenv(), port, speed, out, Boolean.getBoolean(TERMINAL));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(demo), "stop"));
        out.println("Tandem listens on " + demo.url());
        boolean kept = demo.run();
        if (once) {
            demo.close();
            return kept ? 0 : BROKEN;
        }
        out.println();
        out.println("Tandem keeps serving on " + demo.url() + " until you press Ctrl-C. Try:");
        out.println("  curl '" + demo.url() + "/v1.0/campaigns?accesskey=demo-accesskey'");
        out.println("  curl -X POST " + demo.url()
                + "/v3/auth/token -H 'Content-Type: application/json' -d '{\"api_key\":\"demo-api-key\"}'");
        out.flush();
        new CountDownLatch(1).await();
        return 0;
    }

    private static void stop(Demo demo) {
        demo.close();
        Runtime.getRuntime().halt(0);
    }
}
