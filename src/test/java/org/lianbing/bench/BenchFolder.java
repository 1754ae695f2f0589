package org.lianbing.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A data folder for one case, deleted when it is over unless it was named: then what it holds is measured again without
 * being made again.
 */
record BenchFolder(Path path, boolean kept) implements AutoCloseable {

    static BenchFolder make() throws IOException {
        return new BenchFolder(
                Files.createTempDirectory(Path.of("target"), "bench-data").toAbsolutePath(), false);
    }

    /** The folder that {@code --data} names, else a new one. */
    static BenchFolder of(BenchOptions options) throws IOException {
        Optional<String> named = options.text("data");
        if (named.isEmpty()) {
            return make();
        }
        return new BenchFolder(Files.createDirectories(Path.of(named.get())).toAbsolutePath(), true);
    }

    @Override
    public void close() throws IOException {
        if (kept) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> found = Files.walk(path)) {
            deepestFirst = found.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path one : deepestFirst) {
            Files.deleteIfExists(one);
        }
    }
}
