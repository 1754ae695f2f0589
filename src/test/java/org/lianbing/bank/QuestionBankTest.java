package org.lianbing.bank;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import org.lianbing.testing.IntegrationTest;

import static org.assertj.core.api.Assertions.assertThat;

/** The question bank of the repository itself loads without a flaw; {@code TheBankItselfTest} looks into its files. */
@IntegrationTest
class QuestionBankTest {

    private static final Path BANK = Path.of("question-bank");
    private static final Pattern PICTURE = Pattern.compile("!\\[([^\\]]*)\\]\\(([^)]*)\\)");

    @Autowired
    BankFolder loader;

    @Test
    void everythingLoads() {
        assertThat(loader.lastReport()).hasValueSatisfying(report -> {
            assertThat(report.flaws()).isEmpty();
            assertThat(report.items()).isGreaterThan(100);
        });
    }

    @Test
    void anUnchangedBankIsNotReadAgain() {
        LoadReport first = loader.lastReport().orElseThrow();
        LoadReport again = loader.load(BANK.toAbsolutePath().normalize());
        assertThat(again.changes()).isZero();
        assertThat(again.items()).isEqualTo(first.items());
    }

    @Test
    void everyPictureSaysWhatItShowsAndIsShownSomewhere() throws IOException {
        List<Path> shown = new ArrayList<>();
        for (Path file : files("**/items/*.yaml")) {
            Matcher picture = PICTURE.matcher(Files.readString(file));
            while (picture.find()) {
                assertThat(picture.group(1)).as("%s: %s", file, picture.group()).hasSizeGreaterThan(3);
                shown.add(file.resolveSibling(picture.group(2)).normalize());
            }
        }
        assertThat(shown).containsAll(files("**/pictures/*"));
    }

    private static List<Path> files(String glob) throws IOException {
        try (Stream<Path> all = Files.walk(BANK)) {
            return all.filter(Files::isRegularFile)
                    .filter(file ->
                            file.getFileSystem().getPathMatcher("glob:" + glob).matches(file))
                    .sorted()
                    .toList();
        }
    }
}
