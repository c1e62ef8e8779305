package io.tandem.gateway.cli;

import io.tandem.gateway.Gateway;
import io.tandem.gateway.Settings;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tandem serve}: the gateway alone, until it is told to stop. */
@Command(
        name = "serve",
        description = "Runs the gateway until it gets SIGTERM; its settings are the TANDEM_* environment variables.",
        footer = {
            "%nSettings:",
            "  TANDEM_PORT             port, 0 for any free one (8080)",
            "  TANDEM_DB_URL           jdbc:postgresql:… (embedded H2 in ./data)",
            "  TANDEM_DB_USER, TANDEM_DB_PASSWORD",
            "  TANDEM_DB_OWNER_USER, TANDEM_DB_OWNER_PASSWORD   the role that migrates",
            "  TANDEM_OPERATOR_TOKEN   bearer token of /admin (closed without)",
            "  TANDEM_DIALER           simulated or sip (simulated)",
            "  TANDEM_SIM_SPEED        how much faster than life simulated calls run (1)",
            "  TANDEM_CLOCK            instant at which campaign time starts (the system's)",
            "  TANDEM_LEASE            how long an owner is trusted without a heartbeat (PT10S)",
            "  TANDEM_MAX_TALK         longest talk (PT1H)",
            "  TANDEM_CPS              calls started per second (no limit)",
            "  TANDEM_CARRIER_JOURNAL  file for the simulated carrier's record (none)",
            "  TANDEM_MAX_UPLOAD       largest file upload (100MB)",
            "  TANDEM_RATE_LIMITS      on or off (on)"
        })
final class ServeCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this help.")
    @SuppressWarnings("UnusedVariable") // picocli looks at it
    private boolean help;

    @Override
    public void run() {
        Gateway gateway = Gateway.start(Settings.of(System.getenv()));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(gateway), "stop"));
        spec.commandLine().getOut().println("Tandem listens on " + gateway.url());
        spec.commandLine().getOut().flush();
        waitForEver();
    }

    /** A process that ends by SIGTERM would report 143, as if it had been cut off. */
    private static void stop(Gateway gateway) {
        gateway.close();
        Runtime.getRuntime().halt(0);
    }

    private static void waitForEver() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
