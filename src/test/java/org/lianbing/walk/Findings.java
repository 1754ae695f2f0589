package org.lianbing.walk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the failure tests measured, for {@code ./lianbing test --faults} to show at the end. */
final class Findings {

    private static final Logger log = LoggerFactory.getLogger(Findings.class);
    private static final Path FILE = Path.of("target/faults.txt");

    private Findings() {}

    /** Notes a line, made as by {@link String#format}. */
    static void say(String words, Object... numbers) {
        String line = String.format(Locale.ROOT, words, numbers);
        log.info("{}", line);
        try {
            Files.writeString(
                    FILE, line + System.lineSeparator(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
