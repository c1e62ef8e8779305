package io.tandem.tests.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher's own decisions: a copy of it, in a directory with a space, between a Java and a Maven that only write
 * down how they were called.
 */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {

    private static final List<String> TOOLS = List.of("dirname", "readlink", "sed", "head", "find", "rm", "mv", "cat");

    @TempDir
    private Path directory;

    private Path home = Path.of("");
    private Path bin = Path.of("");
    private Path calls = Path.of("");

    @BeforeEach
    void layOut() throws IOException {
        home = Files.createDirectories(directory.resolve("a checkout"));
        bin = Files.createDirectories(directory.resolve("bin"));
        calls = directory.resolve("calls");
        Files.createFile(calls);
        Files.copy(launcher(), home.resolve("tandem"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.createFile(home.resolve("pom.xml"));
        for (String module : List.of("campaigns", "translators", "persistence", "gateway-api")) {
            Files.createDirectories(home.resolve(module).resolve("src/main/java"));
        }
        Files.createDirectories(home.resolve("gateway-api/target"));
        for (String tool : TOOLS) {
            String path = Files.exists(Path.of("/bin", tool)) ? "/bin/" : "/usr/bin/";
            program(tool, "exec " + path + tool + " \"$@\"");
        }
        java("17.0.15");
        maven("3.8.7");
    }

    @Test
    void buildsFirstAndOnlyOnce() throws IOException, InterruptedException {
        Ran first = run(directory, "serve");
        Ran second = run(directory, "serve");

        assertThat(first.exitCode()).isZero();
        assertThat(first.output()).startsWith("building...");
        assertThat(second.output()).doesNotContain("building");
        assertThat(calls())
                .filteredOn(line -> line.startsWith("mvn -q"))
                .singleElement()
                .satisfies(line -> assertThat(line).contains("package", "-pl gateway-api -am"));
        assertThat(calls())
                .filteredOn(line -> line.startsWith("java -XX"))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line)
                        .contains(home + "/gateway-api/target/classes:" + home + "/gateway-api/target/lib/*")
                        .endsWith("io.tandem.gateway.Tandem serve"));
    }

    @Test
    void buildsAgainWhenASourceIsNewer() throws IOException, InterruptedException {
        run(directory);
        Path source = Files.createFile(home.resolve("campaigns/src/main/java/New.java"));
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(5)));

        assertThat(run(directory).output()).startsWith("building...");
    }

    @Test
    void neverMindsTestsAndBuildOutput() throws IOException, InterruptedException {
        run(directory);
        for (String path : List.of("campaigns/src/test/New.java", "campaigns/target/New.class")) {
            Path file = home.resolve(path);
            Files.createDirectories(file.resolveSibling("x"));
            Files.createFile(file);
            Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(5)));
        }

        assertThat(run(directory).output()).doesNotContain("building");
    }

    @Test
    void worksThroughSymbolicLinks() throws IOException, InterruptedException {
        Path absolute = Files.createSymbolicLink(directory.resolve("absolute"), home.resolve("tandem"));
        Path relative = Files.createSymbolicLink(directory.resolve("relative"), Path.of("absolute"));

        Ran ran = launch(relative, home);

        assertThat(absolute).isSymbolicLink();
        assertThat(ran.exitCode()).isZero();
        assertThat(calls()).anySatisfy(line -> assertThat(line).contains(home + "/gateway-api/target/classes"));
    }

    @Test
    void passesArgumentsAsTheyAre() throws IOException, InterruptedException {
        run(directory, "tenant", "create", "--name", "two words");

        assertThat(calls()).last().asString().endsWith("Tandem tenant create --name two words");
    }

    @Test
    void passesTheExitCodeOn() throws IOException, InterruptedException {
        script("java", "case $1 in -version) echo 'openjdk version \"17.0.1\"' >&2;; *) exit 7;; esac");

        assertThat(run(directory).exitCode()).isEqualTo(7);
    }

    @Test
    void saysWhatToInstall() throws IOException, InterruptedException {
        maven("3.6.3");
        assertFails("Tandem must be built first and needs Maven 3.8 or later, but mvn is 3.6: install a later one.");
        Files.delete(bin.resolve("mvn"));
        assertFails("Tandem must be built first and needs Maven 3.8 or later: install Maven and put mvn on the PATH.");
        java("1.8.0_292");
        assertFails(
                "Tandem needs Java 17 or later, but java is Java 1: install a JDK (17 to 25) or point JAVA_HOME at one.");
        Files.delete(bin.resolve("java"));
        assertFails(
                "Tandem needs Java 17 or later: install a JDK (17 to 25) and put java on the PATH, or set JAVA_HOME.");
    }

    @Test
    void needsNoMavenOnceBuilt() throws IOException, InterruptedException {
        run(directory);
        Files.delete(bin.resolve("mvn"));

        assertThat(run(directory).exitCode()).isZero();
    }

    @Test
    void triesAgainAfterABuildThatFailed() throws IOException, InterruptedException {
        script("mvn", "case $1 in -v) echo 'Apache Maven 3.9.1';; *) echo broken; exit 1;; esac");
        Ran broken = run(directory);
        maven("3.9.1");

        assertThat(broken.exitCode()).isEqualTo(1);
        assertThat(broken.output()).contains("broken", "The build failed");
        assertThat(run(directory).output()).startsWith("building...");
        try (var files = Files.list(home.resolve("gateway-api"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .noneMatch(name -> name.startsWith(".building"));
        }
    }

    @Test
    void givesNewerJavaTheOptionsItAsksFor() throws IOException, InterruptedException {
        java("25.0.1");

        run(directory);

        assertThat(calls()).last().asString().contains("--enable-native-access=ALL-UNNAMED");
    }

    private record Ran(int exitCode, String output) {}

    private void assertFails(String sentence) throws IOException, InterruptedException {
        Ran ran = run(directory);

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.output().strip()).isEqualTo(sentence);
    }

    private Ran run(Path from, String... arguments) throws IOException, InterruptedException {
        return launch(home.resolve("tandem"), from, arguments);
    }

    private Ran launch(Path launcher, Path from, String... arguments) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(launcher.toString());
        builder.command().addAll(List.of(arguments));
        builder.directory(from.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().put("PATH", bin.toString());
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Ran(process.exitValue(), output);
    }

    private List<String> calls() throws IOException {
        return Files.readAllLines(calls);
    }

    private void java(String version) throws IOException {
        script("java", "case $1 in -version) echo 'openjdk version \"" + version + "\" 2025-04-15' >&2;; esac");
    }

    private void maven(String version) throws IOException {
        script("mvn", "case $1 in -v) echo 'Apache Maven " + version + " (x)';; esac");
    }

    private void script(String name, String body) throws IOException {
        program(name, "echo \"" + name + " $*\" >> '" + calls + "'\n" + body);
    }

    private void program(String name, String body) throws IOException {
        Path file = bin.resolve(name);
        Files.writeString(file, "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** Above the working directory, wherever the build was started. */
    private static Path launcher() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.exists(at.resolve("tandem"))) {
                return at.resolve("tandem");
            }
        }
        throw new IllegalStateException("there is no launcher above the working directory");
    }
}
