package io.tandem.gateway.cli;

import io.tandem.gateway.Settings;
import io.tandem.gateway.measure.DialingSpeed;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tandem measure}: calls per second of the scheduler and its database, with calls that end at once. */
@Command(
        name = "measure",
        description = {
            "Measures how many calls per second the scheduler and its database can dial: a campaign of simulated calls"
                    + " that end at once. No phone rings.",
            "The figure is the machine's as much as the gateway's: compare runs on one machine only."
        })
final class MeasureCommand implements Runnable {

    /** Which database is measured. */
    enum On {
        /** H2 in memory. */
        memory,
        /** H2 in a file that is removed afterwards. */
        file,
        /** The one that TANDEM_DB_URL names; a tenant is left behind in it. */
        settings
    }

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--on",
            paramLabel = "DATABASE",
            defaultValue = "memory",
            description = "memory or file (embedded H2), or settings (TANDEM_DB_URL) (${DEFAULT-VALUE}).")
    private On on = On.memory;

    @Option(
            names = "--leads",
            paramLabel = "N",
            defaultValue = "10000",
            description = "How many leads to dial (${DEFAULT-VALUE}).")
    private int leads;

    @Option(
            names = "--cap",
            paramLabel = "N",
            defaultValue = "500",
            description = "Most calls up at once (${DEFAULT-VALUE}).")
    private int cap;

    @Option(
            names = "--runs",
            paramLabel = "N",
            defaultValue = "3",
            description = "How often; the first run warms the machine up (${DEFAULT-VALUE}).")
    private int runs;

    @SuppressWarnings("UnusedVariable") // picocli reads it
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this help.")
    private boolean help;

    @Override
    public void run() {
        if (leads < 1 || leads > DialingSpeed.MOST) {
            throw new CommandFailure("--leads must be 1 to " + DialingSpeed.MOST + ".");
        }
        PrintWriter out = spec.commandLine().getOut();
        for (int run = 1; run <= runs; run++) {
            DialingSpeed.Result result = measure(run);
            out.printf(
                    Locale.ROOT,
                    "run %d: %d calls in %.2f s, %.0f calls per second%n",
                    run,
                    result.calls(),
                    result.seconds(),
                    result.callsPerSecond());
            out.flush();
        }
    }

    private DialingSpeed.Result measure(int run) {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("TANDEM_PORT", "0");
        environment.remove("TANDEM_DIALER");
        if (on == On.settings) {
            return DialingSpeed.measure(Settings.of(environment), leads, cap);
        }
        environment.keySet().removeIf(name -> name.startsWith("TANDEM_DB_"));
        if (on == On.memory) {
            environment.put("TANDEM_DB_URL", "jdbc:h2:mem:measure" + run);
            return DialingSpeed.measure(Settings.of(environment), leads, cap);
        }
        return onFile(environment);
    }

    private DialingSpeed.Result onFile(Map<String, String> environment) {
        try {
            Path folder = Files.createTempDirectory("tandem-measure");
            try {
                environment.put("TANDEM_DB_URL", "jdbc:h2:file:" + folder.resolve("tandem"));
                return DialingSpeed.measure(Settings.of(environment), leads, cap);
            } finally {
                remove(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        }
    }
}
