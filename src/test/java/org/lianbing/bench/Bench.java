package org.lianbing.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.lianbing.walk.PackagedServer;

/**
 * Measures the packaged application. Options: {@code --seconds=20 --connections=256}. With the word {@code duplicates}:
 * what is alike instead, {@code --searched=100000 --items=1000000}. Exit code 1 where an acknowledged answer was lost or
 * a bound missed. With the word {@code import}: a workbook of many rows under a small heap, {@code --rows=100000}.
 */
public final class Bench {

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        if (List.of(arguments).contains("import")) {
            importRows(arguments);
            return;
        }
        if (List.of(arguments).contains("duplicates")) {
            System.exit(duplicates(arguments) ? 0 : 1);
        }
        double seconds = option(arguments, "seconds", 20);
        int connections = (int) option(arguments, "connections", 256);
        Path data = Files.createTempDirectory(Path.of("target"), "bench-data").toAbsolutePath();
        int lost;
        try (PackagedServer server = new PackagedServer(data, "127.0.0.1")) {
            lost = new SavedAnswers(server, data, connections, seconds, System.out::println).run();
        } finally {
            delete(data);
        }
        System.exit(lost == 0 ? 0 : 1);
    }

    private static boolean duplicates(String[] arguments) throws Exception {
        Path data = Files.createTempDirectory(Path.of("target"), "bench-data").toAbsolutePath();
        try (PackagedServer server = new PackagedServer(data, "127.0.0.1", "512m")) {
            return new DuplicatesBench(server, data, System.out::println)
                    .run((int) option(arguments, "searched", 100_000), (int) option(arguments, "items", 1_000_000));
        } finally {
            delete(data);
        }
    }

    private static void importRows(String[] arguments) throws Exception {
        int rows = (int) option(arguments, "rows", 100_000);
        Path data = Files.createTempDirectory(Path.of("target"), "bench-data").toAbsolutePath();
        try (PackagedServer server = new PackagedServer(data, "127.0.0.1", ImportedRows.HEAP)) {
            new ImportedRows(server, data, rows, System.out::println).run();
        } finally {
            delete(data);
        }
    }

    private static double option(String[] arguments, String name, double otherwise) {
        String start = "--" + name + "=";
        return Stream.of(arguments)
                .filter(argument -> argument.startsWith(start))
                .map(argument -> Double.parseDouble(argument.substring(start.length())))
                .findFirst()
                .orElse(otherwise);
    }

    private static void delete(Path folder) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> found = Files.walk(folder)) {
            deepestFirst = found.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.deleteIfExists(path);
        }
    }
}
