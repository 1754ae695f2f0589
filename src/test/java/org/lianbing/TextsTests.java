package org.lianbing;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;

/** Every text a user sees is there in Chinese and in English, and none stands in the code. */
class TextsTests {

    private static final Path BUNDLES = Path.of("src/main/resources/i18n");
    private static final Path CODE = Path.of("src/main/java/org/lianbing");
    private static final Pattern HAN_LITERAL = Pattern.compile("\"[^\"]*\\p{IsHan}[^\"]*\"");
    private static final Pattern USED = Pattern.compile(
            "(?:getTranslation|Problem\\.(?:invalid|signIn|forbidden|notFound|conflict|tooLarge|timedOut|throttled|unavailable))"
                    + "\\(\\s*\"([a-z][a-zA-Z0-9.-]*[a-zA-Z0-9])\"");
    private static final Pattern RECORDED =
            Pattern.compile("audit\\s*\\.record\\((?:[a-zA-Z.()]+,)?\\s*\"([a-z.-]+)\"");
    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)");

    @TestFactory
    Stream<DynamicTest> bothLanguagesHaveTheSameKeysAndPlaces() throws IOException {
        return chineseBundles().stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                    Properties chinese = read(file);
                    Properties english = read(english(file));
                    assertThat(english.stringPropertyNames()).isEqualTo(chinese.stringPropertyNames());
                    for (String key : chinese.stringPropertyNames()) {
                        assertThat(places(english.getProperty(key)))
                                .as("places in %s", key)
                                .isEqualTo(places(chinese.getProperty(key)));
                        assertThat(english.getProperty(key)).as(key).doesNotContainPattern("\\p{IsHan}{5,}");
                    }
                }));
    }

    @Test
    void everyKeyThatTheCodeNamesExists() throws IOException {
        Set<String> known = new TreeSet<>();
        for (Path file : chineseBundles()) {
            known.addAll(read(file).stringPropertyNames());
        }
        List<String> missing = new ArrayList<>();
        for (Path file : sources(CODE)) {
            Matcher used = USED.matcher(Files.readString(file));
            while (used.find()) {
                if (!known.contains(used.group(1))) {
                    missing.add(file.getFileName() + ": " + used.group(1));
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everyActInTheAuditLogHasItsWords() throws IOException {
        Set<String> known = new TreeSet<>();
        for (Path file : chineseBundles()) {
            known.addAll(read(file).stringPropertyNames());
        }
        List<String> missing = new ArrayList<>();
        for (Path file : sources(CODE)) {
            Matcher recorded = RECORDED.matcher(Files.readString(file));
            while (recorded.find()) {
                if (!known.contains("audit." + recorded.group(1))) {
                    missing.add(file.getFileName() + ": " + recorded.group(1));
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void viewsHoldNoChineseTextOfTheirOwn() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : sources(CODE)) {
            if (!file.toString().contains("/ui/")) {
                continue;
            }
            for (String line : Files.readAllLines(file)) {
                if (!line.strip().startsWith("*")
                        && !line.strip().startsWith("//")
                        && HAN_LITERAL.matcher(line).find()) {
                    found.add(file.getFileName() + ": " + line.strip());
                }
            }
        }
        assertThat(found).isEmpty();
    }

    private static List<Path> chineseBundles() throws IOException {
        try (Stream<Path> files = Files.list(BUNDLES)) {
            return files.filter(file -> !file.toString().endsWith("_en.properties"))
                    .sorted()
                    .toList();
        }
    }

    private static Path english(Path chinese) {
        return chinese.resolveSibling(chinese.getFileName().toString().replace(".properties", "_en.properties"));
    }

    private static List<Path> sources(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }

    private static Set<String> places(String text) {
        Set<String> places = new TreeSet<>();
        Matcher matcher = PLACE.matcher(text);
        while (matcher.find()) {
            places.add(matcher.group(1));
        }
        return places;
    }

    private static Properties read(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
