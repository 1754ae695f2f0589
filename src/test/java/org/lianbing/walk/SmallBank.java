package org.lianbing.walk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A part of the repository's question bank that is enough for the demonstration: a server that is only started to be
 * killed need not load six thousand items first.
 */
final class SmallBank {

    /** The one that is practised again and again, and so needs all its items. */
    private static final String PRACTISED = "electrician";

    /** The trades of the demo city; of the others' items the first files. The foundations are there as a whole. */
    private static final Set<String> TRADES = Set.of(PRACTISED, "fitter", "elderly-care");

    private static final Path WHOLE = Path.of("question-bank");
    private static final Path SMALL = Path.of("target/small-bank");

    private SmallBank() {}

    /** What a server needs to be told to load it. */
    static Map<String, String> environment() {
        return Map.of("LIANBING_QUESTION_BANK", make().toString());
    }

    private static Path make() {
        try (Stream<Path> all = Files.walk(WHOLE)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                Path place = WHOLE.relativize(file);
                if (isIn(place)) {
                    Path copy = SMALL.resolve(place);
                    Files.createDirectories(copy.getParent());
                    Files.write(copy, Files.readAllBytes(file));
                }
            }
            Files.writeString(SMALL.resolve("trades.yaml"), trades());
            return SMALL;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isIn(Path place) {
        boolean trade =
                place.startsWith("trades") && TRADES.contains(place.getName(1).toString());
        boolean foundation = place.startsWith("foundations");
        boolean items = place.getNameCount() == 4 && place.getName(2).toString().equals("items");
        String name = place.getFileName().toString();
        boolean whole = trade && place.getName(1).toString().equals(PRACTISED);
        return whole || trade && !(items && name.compareTo("06") > 0) || foundation;
    }

    /** The list of trades without those whose items are left out. */
    private static String trades() throws IOException {
        StringBuilder kept = new StringBuilder();
        for (String entry : Files.readString(WHOLE.resolve("trades.yaml")).split("(?m)^(?=- code: )")) {
            String code =
                    entry.lines().findFirst().orElse("").replace("- code: ", "").strip();
            if (TRADES.contains(code) || entry.contains("kind: foundation")) {
                kept.append(entry);
            }
        }
        return kept.toString();
    }
}
