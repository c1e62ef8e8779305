package io.tandem.gateway;

import io.tandem.gateway.cli.TandemCommand;

/** The program: {@code tandem serve}, {@code tandem tenant …}. */
public final class Tandem {

    private Tandem() {}

    public static void main(String[] arguments) {
        System.exit(TandemCommand.run(arguments));
    }
}
