package io.tandem.tests.papers;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.gateway.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the papers name exists. */
class PapersTest {

    /** Tests run in their module's folder. */
    private static final Path PROJECT = Path.of("..", "..").normalize();

    private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|Contract))\\.(\\w+)`");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)(?:#[^)]*)?\\)");
    private static final Pattern SETTING = Pattern.compile("TANDEM_[A-Z_]+");

    @Test
    void everyTestThatTheRulesNameExists() throws IOException {
        Map<String, Path> sources = testSources();

        List<String> missing = new ArrayList<>();
        for (MatchResult named : matches(TEST, PROJECT.resolve("docs/domain.md"))) {
            Path source = sources.get(named.group(1) + ".java");
            if (source == null || !Files.readString(source).contains("void " + named.group(2) + "(")) {
                missing.add(named.group());
            }
        }

        assertThat(missing)
                .as("tests named in docs/domain.md that do not exist")
                .isEmpty();
    }

    @Test
    void everyLinkLeadsToAFile() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Path page : pages()) {
            for (MatchResult link : matches(LINK, page)) {
                if (!Files.exists(page.resolveSibling(link.group(1)))) {
                    broken.add(page + ": " + link.group(1));
                }
            }
        }

        assertThat(broken).as("links that lead nowhere").isEmpty();
    }

    @Test
    void theReadmeNamesTheSettingsThatAreReadAndNoOther() throws IOException {
        Set<String> read = new TreeSet<>();
        Settings.of(new Recording(read));

        Set<String> named = matches(SETTING, PROJECT.resolve("README.md")).stream()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(named).isEqualTo(read);
    }

    /** An empty environment that notes what it is asked for. */
    private static final class Recording extends AbstractMap<String, String> {
        private final Set<String> asked;

        Recording(Set<String> asked) {
            this.asked = asked;
        }

        @Override
        public String get(Object name) {
            asked.add(name.toString());
            return "";
        }

        @Override
        public Set<Entry<String, String>> entrySet() {
            return Set.of();
        }
    }

    private static List<MatchResult> matches(Pattern pattern, Path page) throws IOException {
        return pattern.matcher(Files.readString(page)).results().toList();
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> top = Files.list(PROJECT);
                Stream<Path> docs = Files.walk(PROJECT.resolve("docs"))) {
            return Stream.concat(top, docs)
                    .filter(file -> file.toString().endsWith(".md"))
                    .toList();
        }
    }

    private static Map<String, Path> testSources() throws IOException {
        Map<String, Path> sources = new HashMap<>();
        try (Stream<Path> modules = Files.list(PROJECT)) {
            List<Path> folders = Stream.concat(
                            modules.map(module -> module.resolve("src/test/java")),
                            Stream.of(PROJECT.resolve("src/test/java")))
                    .filter(Files::isDirectory)
                    .toList();
            for (Path folder : folders) {
                try (Stream<Path> files = Files.walk(folder)) {
                    files.filter(file -> file.toString().endsWith(".java"))
                            .forEach(file -> sources.put(file.getFileName().toString(), file));
                }
            }
        }
        return sources;
    }
}
