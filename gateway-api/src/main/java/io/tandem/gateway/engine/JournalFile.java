package io.tandem.gateway.engine;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The simulated carrier's journal on disk: each line is with the operating system before the carrier goes on. */
final class JournalFile implements DialingFactory.JournalSink {

    private final BufferedWriter file;

    JournalFile(Path path) {
        try {
            Path folder = path.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            file = Files.newBufferedWriter(
                    path, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("TANDEM_CARRIER_JOURNAL: cannot write " + path, e);
        }
    }

    @Override
    public synchronized void accept(String line) {
        try {
            file.write(line);
            file.write('\n');
            file.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("the carrier's journal cannot be written", e);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        file.close();
    }
}
