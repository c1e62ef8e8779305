package io.tandem.gateway.cli;

import io.tandem.gateway.BadSetting;
import io.tandem.gateway.StartFailure;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The root of the command line; each subcommand is a class of its own. */
@Command(
        name = "tandem",
        description = "A campaign gateway that speaks VoIPbin v1.0 and autocall v3.",
        subcommands = {
            DemoCommand.class,
            ServeCommand.class,
            TenantCommand.class,
            MeasureCommand.class,
            HelpCommand.class
        },
        synopsisSubcommandLabel = "COMMAND")
public final class TandemCommand implements Runnable {

    private static final int FAILED = 1;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this help.")
    @SuppressWarnings("UnusedVariable") // picocli looks at it
    private boolean help;

    /** Runs one command line; returns the exit code: 0, 1 after a failure, 2 for a command line that makes no sense. */
    public static int run(String... arguments) {
        return commandLine().execute(arguments);
    }

    static CommandLine commandLine() {
        return new CommandLine(new TandemCommand()).setExecutionExceptionHandler(TandemCommand::explain);
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** What is expected to go wrong is one sentence; a stack trace is for our own mistakes. */
    private static int explain(Exception thrown, CommandLine command, CommandLine.ParseResult parsed) {
        if (thrown instanceof BadSetting || thrown instanceof StartFailure || thrown instanceof CommandFailure) {
            command.getErr().println(thrown.getMessage());
        } else {
            thrown.printStackTrace(command.getErr());
        }
        command.getErr().flush();
        return FAILED;
    }
}
