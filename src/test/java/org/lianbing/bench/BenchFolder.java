package org.lianbing.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A data folder for one case, deleted when it is over. */
record BenchFolder(Path path) implements AutoCloseable {

    static BenchFolder make() throws IOException {
        return new BenchFolder(
                Files.createTempDirectory(Path.of("target"), "bench-data").toAbsolutePath());
    }

    @Override
    public void close() throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> found = Files.walk(path)) {
            deepestFirst = found.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path one : deepestFirst) {
            Files.deleteIfExists(one);
        }
    }
}
